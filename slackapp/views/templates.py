"""Messages written as Jinja2 templates: one block of JSON on each line, made by a few functions.

Those functions put every value into rich text or plain text, where it is shown as it was typed, so a template cannot
forget to escape. An organisation's own templates go before the built-in ones and run in Jinja's sandbox.
"""

import json
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, FileSystemLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from slackapp.language import Language
from slackapp.views import blocks, rich
from slackapp.views.message import Content
from slackapp.views.rich import Line, Piece

BUILT_IN = Path(__file__).resolve().parents[2] / "templates"


class Templates:
    """The templates of this deployment, compiled once."""

    def __init__(self, own: str | None = None) -> None:
        """`own` is a folder whose templates go before the built-in ones."""
        folders = [Path(own)] if own else []
        self._environment = ImmutableSandboxedEnvironment(
            loader=ChoiceLoader([FileSystemLoader(each) for each in (*folders, BUILT_IN)]),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def render(self, name: str, _: Language, **values: object) -> Content:
        """A message; raises what Jinja raises for a template that is missing or broken."""
        text = self._environment.get_template(name).render(**values, **_vocabulary(_))
        found = tuple(json.loads(row) for row in text.splitlines() if row.strip())
        return Content(_spoken(found), found)


def _vocabulary(_: Language) -> dict[str, object]:
    def say(text: str, /, **values: str | Piece | Line) -> Line:
        return rich.line(text, _, **values)

    return {
        "_": _,
        "say": say,
        "lines": lambda *lines: _written(rich.block(*lines)),
        "buttons": lambda *buttons: _written(blocks.actions(*buttons)),
        "button": blocks.button,
        "bold": rich.bold,
        "moment": rich.moment,
        "day": rich.day,
    }


def _written(block: dict[str, Any]) -> Markup:
    # JSON is not HTML: what stands in it is quoted by JSON, and nothing else may be.
    return Markup(json.dumps(block))  # noqa: S704


def _spoken(found: tuple[dict[str, Any], ...]) -> str:
    sections = [section for block in found if block["type"] == "rich_text" for section in block["elements"]]
    return rich.plain(*(section["elements"] for section in sections))

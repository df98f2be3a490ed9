"""The list of commands."""

from collections.abc import Sequence
from dataclasses import dataclass

from slackapp.language import Language
from slackapp.views import blocks
from slackapp.views.message import Content


@dataclass(frozen=True)
class Offered:
    """A command as it is typed here, and the texts of the catalogue about it."""

    name: str
    description: str
    usage_hint: str


def commands(offered: Sequence[Offered], _: Language) -> Content:
    words = "\n\n".join([_("This is what Afspraak answers to:"), *(_one(each, _) for each in offered)])
    return Content(words, (blocks.text(words),))


def _one(offered: Offered, _: Language) -> str:
    hint, description = _(offered.usage_hint), _(offered.description)
    return f"{offered.name} {hint}\n{description}"

"""What the lines of the Home are made of."""

from slackapp.language.shortening import one_line, shorten
from slackapp.views import rich
from slackapp.views.rich import Line

TITLE = 120
"""How much of a title is shown; the page of the item has all of it."""
SAID = 200
"""The same of a piece of text in a line: a Home of the longest texts still fits."""


def named(text: str, url: str = "") -> Line:
    """What a line is about, in bold, and a link where it stands somewhere in Slack."""
    name = shorten(one_line(text) or "…", TITLE)
    return [rich.link(url, name) | {"style": {"bold": True}}] if url else rich.bold(name)


def short(line: Line) -> Line:
    """The line with whatever somebody wrote in it on one line, and not longer than it must be."""
    return [piece | {"text": _short(piece["text"])} if piece["type"] == "text" else piece for piece in line]


def _short(text: str) -> str:
    return shorten(text.replace("\n", " "), SAID)

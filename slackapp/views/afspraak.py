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
    lines = [f"{each.name} {_(each.usage_hint)}\n{_(each.description)}" for each in offered]
    words = "\n\n".join([_("This is what Afspraak answers to:"), *lines])
    return Content(words, (blocks.text(words),))

"""A card whose thing a restore has lost: what was written stays to be read, and nothing can be pressed."""

from collections.abc import Sequence
from datetime import date

from slackapp.language import N_, Language
from slackapp.views import blocks
from slackapp.views.blocks import Block
from slackapp.views.message import Content

READ = frozenset({"header", "section", "rich_text", "context", "divider"})
WORDS = N_(
    "This is not there any more: Afspraak was restored from a back-up on {day}, and this was made after the back-up. "
    "Make it again if it is still needed."
)
MOST = 49
"""Slack takes fifty blocks, and one of them says what happened."""


def card(standing: Sequence[Block], day: date, _: Language) -> Content:
    """The same card without its buttons, and above it what happened."""
    said = _(WORDS, day=_.date(day))
    kept = [_without_button(block) for block in standing if block.get("type") in READ]
    return Content(said, (blocks.text(f"⚠️ {said}"), *kept[:MOST]))


def _without_button(block: Block) -> Block:
    return {name: part for name, part in block.items() if name != "accessory"}

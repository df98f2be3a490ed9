"""For how long somebody can be left in peace with one choice."""

from collections.abc import Mapping
from datetime import timedelta

from slackapp.language import N_, Language
from slackapp.models.quiet import Until
from slackapp.views import action_values, blocks
from slackapp.views.blocks import Element

WISHES: Mapping[str, Until] = {
    "1h": Until(length=timedelta(hours=1)),
    "tomorrow": Until(ahead=1),
    "2d": Until(length=timedelta(days=2)),
    "1w": Until(length=timedelta(weeks=1)),
}
WORDS: Mapping[str, str] = {
    "1h": N_("For an hour"),
    "tomorrow": N_("Until tomorrow"),
    "2d": N_("For two days"),
    "1w": N_("For a week"),
}


def offered(_: Language) -> Element:
    options = [blocks.option(_(words), value) for value, words in WORDS.items()]
    return blocks.choice("quiet.choose", options, placeholder=_("Leave me in peace…"))


def chosen(value: str) -> Until:
    """What was chosen in it; a refusal for what never was a choice."""
    return action_values.of(WISHES, value)

"""What every template can say: a few functions, each of which makes a block or a part of one."""

from collections.abc import Callable, Mapping
from typing import Any

from slackapp.language import Language
from slackapp.views import blocks, mrkdwn, rich
from slackapp.views.blocks import Block, Element
from slackapp.views.rich import Line, Piece
from slackapp.views.template_rows import SAID, writes


def vocabulary(_: Language) -> Mapping[str, Any]:
    """The functions, in a language. Every value that they are given is put where Slack shows it as it is."""

    def say(text: str, /, **values: str | Piece | Line) -> Line:
        return rich.line(text, _, **values)

    return {
        "_": _,
        "say": say,
        "many": _.many,
        "bold": rich.bold,
        "words": rich.words,
        "joined": rich.joined,
        "moment": rich.moment,
        "day": rich.day,
        "channel": rich.channel,
        "button": blocks.button,
        **{name: writes(made) for name, made in BLOCKS.items()},
    }


def _lines(*lines: Line) -> Block | None:
    said = [line for line in lines if line]
    return rich.block(*said) if said else None


def _beside(*lines: Line, accessory: Element | None) -> Block | None:
    said = [line for line in lines if line]
    if accessory is None or not said:
        return _lines(*said)
    return mrkdwn.section(*said, accessory=accessory) | {SAID: rich.plain(*said)}


BLOCKS: Mapping[str, Callable[..., Block | None]] = {
    "header": blocks.header,
    "lines": _lines,
    "beside": _beside,
    "buttons": blocks.actions,
    "divider": blocks.divider,
    "context": blocks.context,
}
"""What puts a block into the message; everything else gives a part of one."""

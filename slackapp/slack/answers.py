"""What a handler can answer. The dispatcher turns it into calls to Slack and, as the very last thing, the ack."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from slackapp.views.blocks import Block, Element
from slackapp.views.message import Content


@dataclass(frozen=True)
class Open:
    """Open a form or a page; over another one, on top of it."""

    view: Block


@dataclass(frozen=True)
class Replace:
    """Show this in place of the form or page that was used."""

    view: Block


@dataclass(frozen=True)
class Beneath:
    """Close the form that was sent and show this on the page that it was opened from; nothing where there is none."""

    view: Block


@dataclass(frozen=True)
class Reply:
    """Say something to this person alone; `in_place` of the ephemeral message whose button was pressed."""

    content: Content
    in_place: bool = False


@dataclass(frozen=True)
class Home:
    """Show whoever did this their App Home as it is now."""


@dataclass(frozen=True)
class Errors:
    """Keep the form open and say at each field what is wrong with it."""

    fields: Mapping[str, str]


@dataclass(frozen=True)
class Options:
    """What a search field offers; Slack takes at most a hundred."""

    options: Sequence[Element]


Answer = Open | Replace | Beneath | Reply | Home | Errors | Options | None

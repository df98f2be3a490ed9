"""What a person named in a command: Slack sends `<@U1|name>` for a name, and `&lt;` for a typed `<`."""

import re
from dataclasses import dataclass

from slackapp.ids import ChannelId, GroupId, UserId
from slackapp.language.escaping import unescape

_TOKEN = re.compile(r"<([^<>]+)>")


@dataclass(frozen=True)
class Person:
    """A person that was named; `name` is empty where Slack did not say it."""

    id: UserId
    name: str = ""

    def __str__(self) -> str:
        """As the writer saw it."""
        return f"@{self.name or self.id}"


@dataclass(frozen=True)
class Channel:
    """A channel that was named; Slack keeps the name of a private one to itself."""

    id: ChannelId
    name: str = ""

    def __str__(self) -> str:
        """As the writer saw it."""
        return f"#{self.name or self.id}"


@dataclass(frozen=True)
class Group:
    """A user group that was named."""

    id: GroupId
    name: str = ""

    def __str__(self) -> str:
        """As the writer saw it."""
        return f"@{self.name or self.id}"


@dataclass(frozen=True)
class Link:
    """An address; `label` is empty where it was shown bare."""

    url: str
    label: str = ""

    def __str__(self) -> str:
        """The address, without the mailto: that Slack puts before one of mail."""
        return self.url.removeprefix("mailto:")


Piece = str | Person | Channel | Group | Link


def read(text: str) -> list[Piece]:
    """The text in its order: names and links as such, everything else as the person typed it."""
    cut = _TOKEN.split(text)
    return [_piece(part) if index % 2 else unescape(part) for index, part in enumerate(cut) if part]


def plain(text: str) -> str:
    """The text as a person reads it; @channel and the like are only words in it."""
    return "".join(str(piece) for piece in read(text))


def _piece(token: str) -> Piece:
    target, _, label = (unescape(part) for part in token.partition("|"))
    match target[:1], target[1:]:
        case "@", who:
            return Person(UserId(who), label.removeprefix("@"))
        case "#", which:
            return Channel(ChannelId(which), label.removeprefix("#"))
        case "!", special:
            return _special(special, label)
        case _:
            return Link(target, label) if ":" in target else f"<{token}>"


def _special(special: str, label: str) -> Group | str:
    kind, _, group = special.partition("^")
    if kind == "subteam":
        return Group(GroupId(group), label.removeprefix("@"))
    return label or f"@{special}"

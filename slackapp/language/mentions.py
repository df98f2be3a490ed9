"""What a person named in a command or a message.

Slack sends `<@U1|name>` or only `<@U1>` for a name, and `&lt;` for a typed `<`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from slackapp.ids import ChannelId, GroupId, UserId
from slackapp.language import emoji
from slackapp.language.escaping import escape, unescape

_TOKEN = re.compile(r"<([^<>]+)>")


@dataclass(frozen=True)
class PersonMention:
    """A person that was named; `name` is empty where Slack did not say it."""

    id: UserId
    name: str = ""

    def __str__(self) -> str:
        """As the writer saw it."""
        return f"@{self.name or self.id}"


@dataclass(frozen=True)
class ChannelMention:
    """A channel that was named; Slack keeps the name of a private one to itself."""

    id: ChannelId
    name: str = ""

    def __str__(self) -> str:
        """As the writer saw it."""
        return f"#{self.name or self.id}"


@dataclass(frozen=True)
class GroupMention:
    """A user group that was named."""

    id: GroupId
    name: str = ""

    def __str__(self) -> str:
        """As the writer saw it."""
        return f"@{self.name or self.id}"


@dataclass(frozen=True)
class LinkMention:
    """An address; `label` is empty where it was shown bare."""

    url: str
    label: str = ""

    def __str__(self) -> str:
        """As the writer saw it; the address without the mailto: that Slack puts before one of mail."""
        return self.label or self.address

    @property
    def address(self) -> str:
        """Where it leads."""
        return self.url.removeprefix("mailto:")

    @property
    def with_address(self) -> str:
        """As the writer saw it, and where it leads where that says something else."""
        return f"{self.label} ({self.address})" if self.label and self.label not in self.url else self.address


Named = PersonMention | ChannelMention | GroupMention
Piece = str | PersonMention | ChannelMention | GroupMention | LinkMention


def read(text: str) -> list[Piece]:
    """The text in its order: names and links as such, everything else as the person typed it."""
    cut = _TOKEN.split(text)
    return [_piece(part) if index % 2 else unescape(part) for index, part in enumerate(cut) if part]


def plain(text: str) -> str:
    """The text as a person reads it; @channel and the like are only words in it."""
    return "".join(str(piece) for piece in read(text))


def words(text: str, signs: Mapping[str, str] | None = None, *, links: bool = False) -> str:
    """The same with emoji as the signs that they are; with `links` each link shows where it leads."""
    return "".join(_shown(piece, signs or {}, links=links) for piece in read(text))


def unnamed(text: str) -> frozenset[str]:
    """The ids in it that came without a name."""
    return frozenset(str(piece.id) for piece in read(text) if isinstance(piece, Named) and not piece.name)


def labelled(text: str, names: Mapping[str, str]) -> str:
    """The same text, in which these ids have names."""
    return _TOKEN.sub(lambda found: _labelled(found[1], names), text)


def _shown(piece: Piece, signs: Mapping[str, str], *, links: bool) -> str:
    match piece:
        case str():
            return emoji.signs(piece, signs)
        case LinkMention() if links:
            return piece.with_address
        case _:
            return str(piece)


def _labelled(token: str, names: Mapping[str, str]) -> str:
    piece, target = _piece(token), token.partition("|")[0]
    if not isinstance(piece, Named) or piece.name or piece.id not in names:
        return f"<{token}>"
    # A bar would end the name, as Slack reads it.
    return f"<{target}|{escape(names[piece.id].replace('|', '¦'))}>"


def _piece(token: str) -> Piece:
    target, _, label = (unescape(part) for part in token.partition("|"))
    match target[:1], target[1:]:
        case "@", who:
            return PersonMention(UserId(who), label.removeprefix("@"))
        case "#", which:
            return ChannelMention(ChannelId(which), label.removeprefix("#"))
        case "!", special:
            return _special(special, label)
        case _:
            return LinkMention(target, label) if ":" in target else f"<{token}>"


def _special(special: str, label: str) -> GroupMention | str:
    kind, _, group = special.partition("^")
    if kind == "subteam":
        return GroupMention(GroupId(group), label.removeprefix("@"))
    return label or f"@{special}"

"""What becomes of typed text: mentions and links turn into Slack's tokens, the rest is escaped."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from sandbox.payload import Payload
from sandbox.rendering.emoji import SIGNS
from sandbox.workspace import Workspace

TOKEN = re.compile(
    r"(?<![\w@#/])(?P<mark>[@#])(?P<name>\w[\w.-]*)|(?P<url>https?://[^\s<>]+)|:(?P<emoji>[a-z0-9_+'-]+):"
)
BROADCASTS = {"here", "channel", "everyone"}
Kind = Literal["text", "user", "channel", "usergroup", "broadcast", "link", "emoji"]


@dataclass(frozen=True)
class Piece:
    """A stretch of typed text: literal, or something that it names by id."""

    kind: Kind
    text: str
    id: str = ""
    label: str = ""


def for_command(workspace: Workspace, text: str) -> str:
    """The `text` of a command with should_escape: ids with their names."""
    return "".join(_with_name(piece) for piece in pieces(workspace, text))


def for_message(workspace: Workspace, text: str) -> str:
    """The `text` of a message: ids without names."""
    return "".join(_token(piece) for piece in pieces(workspace, text))


def as_rich_text(workspace: Workspace, text: str) -> Payload:
    """The block that Slack's composer makes of it."""
    elements = [_element(piece) for piece in pieces(workspace, text)]
    return {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": elements}]}


def pieces(workspace: Workspace, text: str) -> Iterator[Piece]:
    """The text in pieces; a name that nobody has stays text."""
    end = 0
    for match in TOKEN.finditer(text):
        piece = _piece(workspace, match)
        if piece:
            yield from _literal(text[end : match.start()])
            yield piece
            end = match.start() + len(piece.text)
    yield from _literal(text[end:])


def _piece(workspace: Workspace, match: "re.Match[str]") -> Piece | None:
    if match["url"]:
        return Piece("link", match["url"], match["url"])
    if match["emoji"]:
        return Piece("emoji", match[0], match["emoji"]) if match["emoji"] in SIGNS else None
    return _named(workspace, match)


def _literal(text: str) -> Iterator[Piece]:
    if text:
        yield Piece("text", text)


def _named(workspace: Workspace, match: "re.Match[str]") -> Piece | None:
    """The longest name that somebody has: the dot behind `@jan.` ends the sentence."""
    name = match["name"]
    while name:
        piece = _channel(workspace, name) if match["mark"] == "#" else _somebody(workspace, name)
        if piece or name[-1] not in ".-":
            return piece
        name = name[:-1]
    return None


def _channel(workspace: Workspace, name: str) -> Piece | None:
    found = next((c for c in workspace.channels.values() if c.name == name and not c.is_direct), None)
    return Piece("channel", f"#{name}", found.id, "" if found.is_private else name) if found else None


def _somebody(workspace: Workspace, name: str) -> Piece | None:
    if name in BROADCASTS:
        return Piece("broadcast", f"@{name}", name)
    person = next((p for p in workspace.people.values() if p.name == name), None)
    if person:
        return Piece("user", f"@{name}", person.id, name)
    group = next((g for g in workspace.groups.values() if g.handle == name and not g.disabled), None)
    return Piece("usergroup", f"@{name}", group.id, f"@{name}") if group else None


def escaped(text: str) -> str:
    """The three characters that Slack escapes."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _with_name(piece: Piece) -> str:
    if piece.kind in {"user", "usergroup", "channel"}:
        return f"{_token(piece)[:-1].split('|')[0]}|{piece.label}>"
    return _token(piece)


def _token(piece: Piece) -> str:
    forms = {
        "text": escaped(piece.text),
        "user": f"<@{piece.id}>",
        "channel": f"<#{piece.id}|{piece.label}>",
        "usergroup": f"<!subteam^{piece.id}>",
        "broadcast": f"<!{piece.id}>",
        "link": f"<{escaped(piece.id)}>",
        "emoji": piece.text,
    }
    return forms[piece.kind]


def _element(piece: Piece) -> Payload:
    keys = {
        "user": "user_id",
        "channel": "channel_id",
        "usergroup": "usergroup_id",
        "broadcast": "range",
        "emoji": "name",
    }
    if piece.kind == "link":
        return {"type": "link", "url": piece.id}
    return {"type": piece.kind, keys.get(piece.kind, "text"): piece.id or piece.text}

"""Messages that were held, together in one: a line for each, and beside it the way to what it is about (QUI-1)."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from slackapp.language import Language, mentions
from slackapp.language.shortening import shorten
from slackapp.queries import quiet
from slackapp.queries.quiet import Answered
from slackapp.views import blocks, rich
from slackapp.views.blocks import Block
from slackapp.views.message import Content, MessageKind
from slackapp.views.rich import Line

LARGE = 1500
"""Characters of JSON: twenty of them are what Slack takes in one message, with a little room."""
SHORT = 300  # of many messages in one, each must leave room for the others


@dataclass(frozen=True)
class One:
    """A message as it would have come alone, and the way to what it is about."""

    content: Content
    button: Block | None


def bundled(kinds: Mapping[str, MessageKind[Any]]) -> MessageKind[Any]:
    """The kind of message that holds others. It is None, and dropped, where none of them has anything to say."""
    asks = {name: kind.ask for name, kind in kinds.items()}

    def shown(held: Sequence[Answered], _: Language) -> Content:
        return _bundle([_one(kinds[part.kind], part.answer, _) for part in held], _)

    return MessageKind(partial(quiet.answered, asks), shown)


def _one(kind: MessageKind[Any], answer: object, _: Language) -> One:
    return One(kind.show(answer, _), kind.more(answer, _))


def _bundle(held: Sequence[One], _: Language) -> Content:
    title = _.many("{n} message was kept for you", "{n} messages were kept for you", len(held))
    inside = [block for each in held for block in _blocks(each)]
    spoken = [rich.words(title), *(_words(each.content) for each in held)]
    return Content(rich.plain(*spoken), (blocks.text(title), *inside))


def _blocks(one: One) -> list[Block]:
    return [_line(one.content), *([blocks.actions(one.button)] if one.button else [])]


def _line(content: Content) -> Block:
    """What the message begins with; where that is long, its first words."""
    first = next((block for block in content.blocks if block["type"] in {"rich_text", "section"}), None)
    if first is None or len(json.dumps(first)) > LARGE:
        return rich.block(_words(content))
    return {key: value for key, value in first.items() if key not in {"block_id", "accessory"}}


def _words(content: Content) -> Line:
    return rich.words(shorten("".join(str(piece) for piece in mentions.read(content.text)), SHORT))

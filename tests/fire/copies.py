"""Second copies, counted as Slack accepts them: whether a sweep takes one away later makes no difference."""

from collections import Counter
from collections.abc import Iterable, Iterator
from json import dumps, loads

from sandbox.payload import Payload
from sandbox.record import ApiCall, Record

Copied = tuple[str, str]
"""A channel, and the key of the message that was put there."""


def key_of(metadata: object) -> str | None:
    """The key that a message of ours carries in its metadata."""
    event = metadata.get("event_payload") if isinstance(metadata, dict) else None
    return event.get("key") if isinstance(event, dict) else None


def key_of_files(comment: str, titles: Iterable[str]) -> str:
    """What stands for the key of a share of files: it has none."""
    return dumps([comment, sorted(titles)])


def second(record: Record, excused: Iterable[str] = ()) -> Counter[Copied]:
    """How many copies beyond the first were accepted of each message, and of each share of files.

    `excused` names a key once for each copy that no rule can prevent: that of a process that stood still between its
    last look at the clock and its call (docs/decisions/delivery.md).
    """
    accepted = Counter([*_posted(record), *_shared(record)])
    allowed = Counter(excused)
    extra = Counter({each: count - 1 - allowed[each[1]] for each, count in accepted.items()})
    return +extra


def _posted(record: Record) -> Iterator[Copied]:
    for call in record.calls("chat.postMessage", done=True):
        if key := key_of(call.args.get("metadata")):
            yield str(call.answer["channel"]), key


def _shared(record: Record) -> Iterator[Copied]:
    """Files carry no key, and new ids each time that they are handed in: the same words and titles are the same."""
    for call in record.calls("files.completeUploadExternal", done=True):
        if channel := call.args.get("channel_id"):
            yield str(channel), key_of_files(str(call.args.get("initial_comment")), _titles(call))


def _titles(call: ApiCall) -> list[str]:
    files: str | list[Payload] = call.args.get("files") or []
    return [str(file.get("title")) for file in (loads(files) if isinstance(files, str) else files)]

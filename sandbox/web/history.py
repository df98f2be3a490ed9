"""Methods that read messages back."""

from collections.abc import Iterable

from sandbox.channels import Channel
from sandbox.messages import Message
from sandbox.payload import Payload
from sandbox.refusal import Refused
from sandbox.web.call import Call
from sandbox.web.methods import method
from sandbox.web.paging import page

FOREVER = "99999999999.999999"


@method("conversations.history")
async def conversations_history(call: Call) -> Payload:
    channel = _readable(call)
    top = [m for m in _between(call, channel.posted()) if not m.is_reply or m.is_broadcast]
    return _shown(call, channel, top[::-1])


@method("conversations.replies")
async def conversations_replies(call: Call) -> Payload:
    channel = _readable(call)
    root = channel.at(call.required("ts"))
    if root is None:
        raise Refused("thread_not_found")
    thread = [m for m in channel.posted() if m.is_reply and m.thread_ts == (root.thread_ts or root.ts)]
    parent = channel.at(root.thread_ts or root.ts) or root
    return _shown(call, channel, [parent, *_between(call, thread)])


def _readable(call: Call) -> Channel:
    channel = call.channel()
    call.needs_for(channel, "history")
    if call.bot not in channel.members:
        raise Refused("not_in_channel")
    return channel


def _between(call: Call, messages: Iterable[Message]) -> list[Message]:
    oldest, latest = _moment(call, "oldest", "0"), _moment(call, "latest", FOREVER)
    inclusive = call.flag("inclusive")
    seen_until = call.sandbox.clock.now() - call.workspace.history_lag
    latest = min(latest, seen_until.timestamp() + 0.001) if call.workspace.history_lag else latest
    return [m for m in messages if _inside(float(m.ts), oldest, latest, inclusive=inclusive)]


def _moment(call: Call, key: str, otherwise: str) -> float:
    try:
        return float(call.text(key) or otherwise)
    except ValueError as broken:
        raise Refused(f"invalid_ts_{key}") from broken


def _inside(ts: float, oldest: float, latest: float, *, inclusive: bool) -> bool:
    return oldest <= ts <= latest if inclusive else oldest < ts < latest


def _shown(call: Call, channel: Channel, messages: list[Message]) -> Payload:
    some, more = page(call, messages)
    with_metadata = call.flag("include_all_metadata")
    threads = _threads(channel)
    shown = [m.as_message(with_metadata=with_metadata) | threads.get(m.ts, {}) for m in some]
    return {"messages": shown, "has_more": bool(more["response_metadata"]["next_cursor"]), **more}


def _threads(channel: Channel) -> dict[str, Payload]:
    """What the first message of each thread says about its replies."""
    threads: dict[str, Payload] = {}
    for reply in (m for m in channel.posted() if m.thread_ts and m.is_reply):
        root = str(reply.thread_ts)
        count = threads.get(root, {}).get("reply_count", 0) + 1
        threads[root] = {"thread_ts": root, "reply_count": count, "latest_reply": reply.ts}
    return threads

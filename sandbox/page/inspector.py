"""What went over the wire, as the inspector shows it."""

import json
from datetime import datetime, timedelta
from itertools import islice
from typing import Any

from sandbox.parcel import Ack
from sandbox.payload import Payload
from sandbox.record import ApiCall, Delivered, Record
from sandbox.visitors import Visitor

MOST_SHOWN = 60
SECRETS = {"token"}


def news(visitor: Visitor, after: int) -> list[Payload]:
    """Calls and payloads that ended later than this number, the newest at most, in no particular order."""
    return [_shown(visitor, entry) for entry in _newest(visitor.sandbox.record) if entry.number > after]


def _newest(record: Record) -> list[ApiCall | Delivered]:
    entries: list[ApiCall | Delivered] = [
        *islice(reversed(record.made), MOST_SHOWN),
        *islice(reversed(record.delivered), MOST_SHOWN),
    ]
    return sorted(entries, key=lambda entry: entry.number, reverse=True)[:MOST_SHOWN]


def _shown(visitor: Visitor, entry: ApiCall | Delivered) -> Payload:
    return _payload(visitor, entry) if isinstance(entry, Delivered) else _call(visitor, entry)


def _payload(visitor: Visitor, one: Delivered) -> Payload:
    began = one.at - timedelta(seconds=one.ack.elapsed)
    return _when(visitor, began) | {
        "number": one.number,
        "to": "app",
        "name": name_of(one.parcel.payload) or one.parcel.kind,
        "outcome": _outcome(one.ack),
        "ok": one.ack.is_ok,
        "sent": _readable(one.parcel.payload),
        "answered": _readable(one.ack.body),
    }


def _call(visitor: Visitor, one: ApiCall) -> Payload:
    return _when(visitor, one.at) | {
        "number": one.number,
        "to": "slack",
        "name": one.method,
        "outcome": "ok" if one.done else str(one.answer.get("error") or "lost"),
        "ok": one.done,
        "sent": _readable(one.args),
        "answered": _readable(one.answer),
    }


def name_of(payload: Payload) -> str:
    """What a payload is about, in the fewest words: `/request list`, `block_actions request.accept`."""
    if "command" in payload:
        return f"{payload['command']} {payload.get('text', '')}".strip()
    if "event" in payload:
        return str(payload["event"].get("type", ""))
    pressed = [str(action.get("action_id", "")) for action in payload.get("actions", [])]
    about = pressed or [str(payload.get("callback_id") or (payload.get("view") or {}).get("callback_id") or "")]
    return " ".join([str(payload.get("type", "")), *about]).strip()


def _outcome(ack: Ack) -> str:
    if not ack.status:
        return "no answer"
    return f"{ack.status} in {ack.elapsed * 1000:.0f} ms"


def _when(visitor: Visitor, at: datetime) -> Payload:
    return {"began": at.timestamp(), "time": at.astimezone(visitor.reader.zone).strftime("%a %H:%M:%S")}


def _readable(value: Any) -> Any:  # noqa: ANN401  walks any JSON
    """A copy without tokens, in which JSON that was sent as a string is opened."""
    if isinstance(value, dict):
        return {key: "…" if key in SECRETS else _readable(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_readable(item) for item in value]
    return _opened(value) if isinstance(value, str) and value[:1] in {"{", "["} else value


def _opened(text: str) -> Any:  # noqa: ANN401
    try:
        return json.loads(text)
    except ValueError:
        return text

"""The shapes of what Slack sends, as far as Bolt and the handlers read it: anything else is turned away unread.

Only the skeleton is held to: ids, names, what is a list and what an object. What people typed, and whatever Slack adds
to its payloads, passes.
"""

from typing import Any

from slackapp.slack.shapes import interactions
from slackapp.slack.shapes.events import EVENTS, Envelope, EventShape
from slackapp.slack.shapes.parts import Bearer

OF_BOLT = frozenset({"url_verification", "app_rate_limited"})
"""Kinds that Bolt answers, and in which nothing is read."""


def check(payload: object) -> dict[str, Any]:
    """The same payload; ValueError where it is not as Slack sends it, or of a kind that is none of ours."""
    if not isinstance(payload, dict):
        raise ValueError("no object")  # noqa: TRY004 - as pydantic says it of everything in it
    Bearer.model_validate(payload)
    if payload.get("type") == "event_callback":
        kind = Envelope.model_validate(payload).event.type
        EVENTS.get(kind, EventShape).model_validate(payload["event"])
    elif "command" in payload:
        interactions.CommandShape.model_validate(payload)
    elif "ssl_check" not in payload and payload.get("type") not in OF_BOLT:
        interactions.shape(payload).model_validate(payload)
    return payload

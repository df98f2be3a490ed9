"""Slack delivers again what it thinks was lost, and people press twice: a delivery changes data once."""

from collections.abc import Callable, Mapping
from hashlib import sha256
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy.orm import Session

from slackapp.clock import now
from slackapp.database import insert_new
from slackapp.ids import WorkspaceId
from slackapp.models.inbox import Delivery

P = ParamSpec("P")
R = TypeVar("R")


class Repeated(Exception):
    """This delivery has been dealt with."""


def once(
    workspace_id: WorkspaceId, key: str, rule: Callable[Concatenate[Session, P], R]
) -> Callable[Concatenate[Session, P], R]:
    """The same rule, which raises `Repeated` the second time.

    The key commits with the rule's change, so a delivery whose change was lost is taken again. Two at the same moment
    wait for each other at the unique key.
    """

    def guarded(session: Session, /, *args: P.args, **kwargs: P.kwargs) -> R:
        if not insert_new(session, Delivery, workspace_id=workspace_id, key=key, at=now(session)):
            raise Repeated
        return rule(session, *args, **kwargs)

    return guarded


def key_of(body: Mapping[str, Any]) -> str:
    """What makes two deliveries the same one (SLACK.md, section 10)."""
    if "event_id" in body:
        return f"event:{body['event_id']}"
    if body.get("type") == "view_submission":
        # A form that goes on in the same window says so in its metadata; the same answer twice does not.
        step = sha256(body["view"]["private_metadata"].encode()).hexdigest()[:16]
        return f"form:{body['view']['id']}:{body['view']['callback_id']}:{step}"
    if body.get("type") == "block_actions":
        action = body["actions"][0]
        return f"press:{body['user']['id']}:{action['action_id']}:{action['action_ts']}"
    return f"trigger:{body.get('trigger_id', '')}"

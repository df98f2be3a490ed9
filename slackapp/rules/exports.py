"""Taking along what one may see, as files in one's own direct messages.

They are made when they are sent, from what is true and may be seen by then. `once` names the asking: each is sent once.
"""

from sqlalchemy.orm import Session

from slackapp import outbox
from slackapp.ids import Actor
from slackapp.permissions import checkins as permissions
from slackapp.permissions.viewer import viewer
from slackapp.rules.areas.steps import allow
from slackapp.rules.checkins import steps


def areas(session: Session, *, by: Actor, once: str) -> None:
    """The list of who owns what, which can be imported again (OWN-1); NotAllowed for guests."""
    allow(session, by=by)
    _send(session, "area.export", by, once)


def decisions(session: Session, *, by: Actor, once: str) -> None:
    """The decisions that somebody may see (DEC-7)."""
    _send(session, "decision.export", by, once)


def checkin(session: Session, checkin_id: int, *, by: Actor, once: str) -> None:
    """The answers of a check-in, for those who may read them (CHK-9); NotFound for others."""
    found = steps.find(session, by.workspace_id, checkin_id)
    if found is None or not permissions.may_read_answers(session, found, viewer(session, by)):
        raise steps.not_found()
    _send(session, "checkin.export", by, once, checkin=checkin_id)


def _send(session: Session, kind: str, by: Actor, once: str, **refs: int) -> None:
    to, key = by.user_id, f"{kind}:{by.user_id}:{once}"
    outbox.say(session, by.workspace_id, to, kind, once=key, thread=None, expires_at=None, **refs, person=to)

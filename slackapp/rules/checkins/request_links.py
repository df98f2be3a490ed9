"""A blocker and the request that it became lead to each other, once there is a summary to lead to (CHK-6)."""

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp.clock import now
from slackapp.ids import WorkspaceId
from slackapp.models.checkin_rounds import CheckinAnswer, CheckinRound
from slackapp.models.checkins import Checkin
from slackapp.models.outbox import Posting
from slackapp.models.requests import Request
from slackapp.models.workspaces import Workspace
from slackapp.queries import links
from slackapp.rules import timers
from slackapp.rules.checkins import places
from slackapp.rules.requests import places as cards

KIND = "checkin.link"
SOON = timedelta(seconds=10)  # the summary is on its way; twice as long with each look
MOST = 13
"""How often it is looked again, each time after twice as long: what does not stand within a day never will."""


def link(session: Session, checkin: Checkin, round_: CheckinRound, *, attempt: int = 0) -> None:
    """The thread of the summary is told of each request; and each request leads to the summary, as soon as it stands.

    Requests that were made from the summary itself know it already.
    """
    waiting = _unlinked(session, round_)
    for request in waiting:
        places.say_linked(session, checkin, round_, request.id)
    posting = session.get(Posting, (round_.workspace_id, places.summary_key(checkin, round_)))
    if posting is not None:
        _lead_back(session, waiting, posting)
    elif waiting and attempt < MOST:
        at = now(session) + SOON * 2**attempt
        timers.set(session, round_.workspace_id, KIND, round_.id, stage=str(attempt + 1), at=at)


def look(session: Session, workspace_id: WorkspaceId, round_id: int, stage: str) -> None:
    """The alarm rings: the summary may stand there now."""
    found = select(CheckinRound).where(CheckinRound.workspace_id == workspace_id, CheckinRound.id == round_id)
    round_ = session.scalars(found).one_or_none()
    if round_ is None:
        return
    mine = select(Checkin).where(Checkin.workspace_id == workspace_id, Checkin.id == round_.checkin_id)
    link(session, session.scalars(mine).one(), round_, attempt=int(stage))


def _unlinked(session: Session, round_: CheckinRound) -> Sequence[Request]:
    """What the blockers of a round became, and nobody knows yet where it came from; held until the commit."""
    became = select(CheckinAnswer.request_id).where(
        CheckinAnswer.workspace_id == round_.workspace_id,
        CheckinAnswer.round_id == round_.id,
        CheckinAnswer.request_id.is_not(None),
    )
    found = select(Request).where(
        Request.workspace_id == round_.workspace_id, Request.id.in_(became), Request.source_channel.is_(None)
    )
    # In the order of their numbers, so that two such looks never wait for each other.
    return session.scalars(found.order_by(Request.id).with_for_update()).all()


def _lead_back(session: Session, requests: Sequence[Request], posting: Posting) -> None:
    url = session.get_one(Workspace, posting.workspace_id).url
    for request in requests:
        request.source_channel, request.source_ts, request.source_thread = posting.channel_id, posting.ts, posting.ts
        request.source_url = links.permalink(url, posting.channel_id, posting.ts)
        for place in cards.places(session, request):
            cards.show_card(session, request, place)

"""Writing down what became of a call, under the epoch with which the lane was taken."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog
from sqlalchemy import select
from sqlalchemy.orm import Session

from delivery import backoff, bundles, claiming, gates, lanes, places, rate_limits
from delivery.claim import Claim
from slackapp.clock import now
from slackapp.models.outbox import Lane, Message, Progress
from slackapp.slack.classification import THROTTLED
from slackapp.slack.outcomes import (
    Dead,
    Disturbing,
    Gated,
    Gone,
    Hidden,
    NotPosted,
    NotThere,
    Outcome,
    Poison,
    Sent,
    Throttled,
    TooLate,
    Unfinished,
    Unread,
    Unsure,
)

AT_ONCE = timedelta(0)
HUGE_SECONDS = 60  # so long a wait is about the workspace, not about one channel

log = structlog.get_logger()


@dataclass(frozen=True)
class Return:
    """A claim, and what became of it."""

    claim: Claim
    outcome: Outcome


def settle_all(session: Session, returned: Sequence[Return]) -> None:
    """Settle claims and let their lanes go. Whoever lost a lease only reports what it surely sent.

    To settle twice is the same as once: a commit may have worked although its answer was lost.
    """
    held = lanes.locked(session, {each.claim.lane_id for each in returned})
    ids = [each.claim.message_id for each in returned]
    session.scalars(select(Message).where(Message.id.in_(ids))).all()  # in one question, for those that follow
    for each in returned:
        _settle(session, held[each.claim.lane_id], each.claim, each.outcome)
    sent = [each.claim for each in returned if isinstance(each.outcome, Sent)]
    gates.passed(session, {claim.workspace_id: claim.claimed_at for claim in sorted(sent, key=_claimed_at)})


def settle(session: Session, claim: Claim, outcome: Outcome) -> None:
    """Settle a single claim."""
    settle_all(session, [Return(claim, outcome)])


def _settle(session: Session, lane: Lane, claim: Claim, outcome: Outcome) -> None:
    message, is_ours, wait = session.get_one(Message, claim.message_id), lane.epoch == claim.epoch, AT_ONCE
    # It may have been settled already: by somebody whose lease was over when the answer came after all.
    if isinstance(outcome, Sent) or (is_ours and message.state == Progress.SENDING):
        wait = _wait_after(session, lane, message, _meant(claim, message, outcome))
        _told(claim, message, outcome)
    if is_ours:
        lanes.release(session, lane, wait)
        if claim.looks_first and not claim.lost and not _was_found(outcome):
            lane.looked_at = claim.claimed_at


def _was_found(outcome: Outcome) -> bool:
    """Whether a look has found it, or could not be made: in both, those that follow must be looked for too."""
    return isinstance(outcome, Unread) or (isinstance(outcome, Sent) and outcome.was_there)


def _claimed_at(claim: Claim) -> datetime:
    return claim.claimed_at


def _meant(claim: Claim, message: Message, outcome: Outcome) -> Outcome:
    """An update in doubt is simply repeated, twice being the same as once; and only an update can be gone."""
    match outcome:
        case Hidden() if claim.resends:
            return NotThere()
        case Hidden(why):
            return Dead(f"it may have been posted, and nobody can look ({why})")
        case Unfinished(why):
            return NotPosted(why) if message.attempts < backoff.MOST_TRIES else Poison(why)
        case Unsure(why) if claim.stands:
            return NotPosted(why)
        case Gone(why) if not claim.stands:
            return Poison(why)
        case _:
            return outcome


def _wait_after(session: Session, lane: Lane, message: Message, outcome: Outcome) -> timedelta:
    match outcome:
        case Sent():
            wait = _proven(session, lane, message, outcome)
        case Throttled(retry_after):
            wait = _throttled(session, message, retry_after)
        case NotPosted(why):
            wait = _put_back(message, why, backoff.after(message.attempts))
        case Unsure(why):
            wait = _in_doubt(session, message, why)
        case Unread():
            wait = _unread(session, message, outcome)
        case NotThere() | TooLate():
            wait = _put_back(message, "", AT_ONCE)
        case Gone(why):
            wait = _gone(session, message, why)
        case Gated(why):
            wait = _gated(session, message, why)
        case Disturbing(until):
            wait = _held(session, lane, message, until)
        case _:
            wait = _dead(session, lane, message, outcome)
    return wait


def _proven(session: Session, lane: Lane, message: Message, sent: Sent) -> timedelta:
    place = sent.place
    if sent.is_outdated and message.card and message.state == Progress.SENDING:
        places.stand(session, message, place)
        return _put_back(message, "", backoff.PACE)  # it tells what was true before the restore: made true in place
    if message.sent_ts and message.sent_ts != place.ts:
        message.doubted_at = now(session)  # two copies stand there: the sweep takes one away
        return backoff.PACE
    bundles.close(session, lane, message, Progress.SENT)
    message.sent_ts, message.looked_to = place.ts, None
    places.stand(session, message, place)
    return backoff.PACE


def _throttled(session: Session, message: Message, retry_after: float | None) -> timedelta:
    wait = backoff.after_throttling(retry_after)
    is_wide = retry_after is None or retry_after > HUGE_SECONDS
    if is_wide or gates.is_throttled_elsewhere(session, message):
        gates.shut(session, message.workspace_id, gates.THROTTLED, wait)
    return _put_back(message, gates.THROTTLED, wait)


def _in_doubt(session: Session, message: Message, why: str) -> timedelta:
    message.error, message.doubted_at = why, now(session)
    return claiming.SETTLES


def _unread(session: Session, message: Message, unread: Unread) -> timedelta:
    """It stays as it is, so that nothing is sent before the channel could be looked through."""
    message.error, message.looked_to = unread.why, unread.looked_to
    wait = max(claiming.SETTLES, backoff.after_throttling(unread.retry_after))
    if unread.is_gate:
        gates.shut(session, message.workspace_id, unread.why, gates.TRIES_AGAIN)
    if unread.why == THROTTLED:
        rate_limits.slow_down(session, message.workspace_id, timedelta(seconds=unread.retry_after or 0))
    return wait


def _gone(session: Session, message: Message, why: str) -> timedelta:
    places.forget(session, message)
    return _put_back(message, why, backoff.PACE)


def _gated(session: Session, message: Message, why: str) -> timedelta:
    gates.shut(session, message.workspace_id, why, gates.TRIES_AGAIN)
    return _put_back(message, why, AT_ONCE)


def _held(session: Session, lane: Lane, message: Message, until: datetime) -> timedelta:
    """It was not called after all: as if it had never been taken."""
    message.attempts, message.first_attempt_at, message.attempt_at = 0, None, None
    bundles.hold(session, lane, message, until)
    return AT_ONCE


def _dead(session: Session, lane: Lane, message: Message, refused: Outcome) -> timedelta:
    bundles.close(session, lane, message, Progress.DEAD, error=getattr(refused, "why", ""))
    return AT_ONCE


def _put_back(message: Message, why: str, wait: timedelta) -> timedelta:
    message.state, message.error, message.looked_to = Progress.PENDING, why, None
    return wait


def _told(claim: Claim, message: Message, outcome: Outcome) -> None:
    note = log.info if isinstance(outcome, Sent | NotThere | TooLate | Disturbing) else log.warning
    why = getattr(outcome, "why", "")
    note("delivery", outcome=type(outcome).__name__, why=why, message=message.id, lane=claim.lane_id)

"""Writing down what became of a call, under the epoch with which the lane was taken."""

from datetime import timedelta

import structlog
from sqlalchemy.orm import Session

from scheduler import gates, lanes, places, take, waits
from scheduler.claim import Claim
from scheduler.outcomes import (
    Dead,
    Gated,
    Gone,
    NotPosted,
    NotThere,
    Outcome,
    Poison,
    Sent,
    Throttled,
    TooLate,
    Unread,
    Unsure,
)
from slackapp.clock import now
from slackapp.models.outbox import Lane, Message, Progress
from slackapp.slack.posting import Place

AT_ONCE = timedelta(0)
HUGE_SECONDS = 60

log = structlog.get_logger()


def settle(session: Session, claim: Claim, outcome: Outcome) -> None:
    """Settle one claim and let the lane go. Whoever lost the lease only reports what it surely sent."""
    lane, message = lanes.locked(session, claim.lane_id), session.get_one(Message, claim.message_id)
    is_ours, wait = lane.epoch == claim.epoch, AT_ONCE
    # It may have been settled already: by somebody whose lease was over when the answer came after all.
    if isinstance(outcome, Sent) or (is_ours and message.state == Progress.SENDING):
        wait = _wait_after(session, lane, message, _meant(claim, outcome))
        _told(claim, message, outcome)
    if is_ours:
        lanes.release(session, lane, wait)


def _meant(claim: Claim, outcome: Outcome) -> Outcome:
    """An update in doubt is simply repeated, twice being the same as once; and only an update can be gone."""
    match outcome:
        case Unsure(why) if claim.stands:
            return NotPosted(why)
        case Gone(why) if not claim.stands:
            return Poison(why)
        case _:
            return outcome


def _wait_after(session: Session, lane: Lane, message: Message, outcome: Outcome) -> timedelta:
    match outcome:
        case Sent(place):
            wait = _proven(session, lane, message, place)
        case Throttled(retry_after):
            wait = _throttled(session, message, retry_after)
        case NotPosted(why):
            wait = _put_back(message, why, waits.backoff(message.attempts))
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
        case _:
            wait = _dead(lane, message, outcome)
    return wait


def _proven(session: Session, lane: Lane, message: Message, place: Place) -> timedelta:
    if message.sent_ts and message.sent_ts != place.ts:
        message.doubted_at = now(session)  # two copies stand there: the sweep takes one away
        return waits.PACE
    lanes.close(lane, message, Progress.SENT)
    message.sent_ts = place.ts
    places.stand(session, message, place)
    return waits.PACE


def _throttled(session: Session, message: Message, retry_after: float | None) -> timedelta:
    wait = waits.throttle(retry_after)
    is_wide = retry_after is None or retry_after > HUGE_SECONDS
    if is_wide or gates.is_throttled_elsewhere(session, message):
        gates.shut(session, message.workspace_id, gates.THROTTLED, wait)
    return _put_back(message, gates.THROTTLED, wait)


def _in_doubt(session: Session, message: Message, why: str) -> timedelta:
    message.error, message.doubted_at = why, now(session)
    return take.SETTLES


def _unread(session: Session, message: Message, unread: Unread) -> timedelta:
    """It stays as it is, so that nothing is sent before the channel could be looked through."""
    message.error = unread.why
    if unread.is_gate:
        gates.shut(session, message.workspace_id, unread.why, gates.TRIES_AGAIN)
    return max(take.SETTLES, waits.throttle(unread.retry_after))


def _gone(session: Session, message: Message, why: str) -> timedelta:
    places.forget(session, message)
    return _put_back(message, why, waits.PACE)


def _gated(session: Session, message: Message, why: str) -> timedelta:
    gates.shut(session, message.workspace_id, why, gates.TRIES_AGAIN)
    return _put_back(message, why, AT_ONCE)


def _dead(lane: Lane, message: Message, refused: Dead | Poison) -> timedelta:
    lanes.close(lane, message, Progress.DEAD, refused.why)
    return AT_ONCE


def _put_back(message: Message, why: str, wait: timedelta) -> timedelta:
    message.state, message.error = Progress.PENDING, why
    return wait


def _told(claim: Claim, message: Message, outcome: Outcome) -> None:
    say = log.info if isinstance(outcome, Sent | NotThere | TooLate) else log.warning
    why = getattr(outcome, "why", "")
    say("delivery", outcome=type(outcome).__name__, why=why, message=message.id, lane=claim.lane_id)

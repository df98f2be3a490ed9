"""The dates of a decision: until when answers are collected, when its review is due, when teams have seen it."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp.clock import now, today
from slackapp.errors import InvalidInput
from slackapp.models.decisions import Decision, DecisionConcern
from slackapp.rules import timers
from slackapp.rules.decisions import validation
from slackapp.rules.person_hours import hours_of, morning_of

UNTIL, REVIEW, SEEN = "decision.until", "decision.review", "decision.seen"
WORKING_DAYS_TO_SEE = 3
WORKING_DAYS_TO_REVIEW = 5
"""After so many of the driver's working days without an answer a review is stale."""


def set_until(session: Session, decision: Decision, until: date | None) -> None:
    """Collect answers until the end of this day, in the hours of whoever decides."""
    hours = hours_of(session, decision.workspace_id, decision.decider_id)
    day = validation.day("until", until, today(session, hours.tz))
    decision.until, decision.until_at = day, hours.end_of_working_day(day)
    if decision.until_at <= now(session):
        raise InvalidInput("until", "The working day of {date} is over. Choose a later day.", date=day)


def collect(session: Session, decision: Decision) -> None:
    """Look at a proposal again when its time for answers is over."""
    if decision.until_at:
        timers.set(session, decision.workspace_id, UNTIL, decision.id, stage="until", at=decision.until_at)


def decided(session: Session, decision: Decision) -> None:
    """Nothing is collected any more; teams have three working days to see it, and its review comes."""
    timers.clear(session, decision.workspace_id, UNTIL, decision.id)
    hours = hours_of(session, decision.workspace_id, decision.decider_id)
    if _concerns_teams(session, decision):
        seen_by = hours.add_working_days(now(session), WORKING_DAYS_TO_SEE)
        timers.set(session, decision.workspace_id, SEEN, decision.id, stage="seen", at=seen_by)
    await_review(session, decision)


def await_review(session: Session, decision: Decision) -> None:
    """Ask the driver on the review date, at nine in the morning of a day on which they work."""
    if decision.review_on is None:
        timers.clear(session, decision.workspace_id, REVIEW, decision.id)
        return
    hours = hours_of(session, decision.workspace_id, decision.driver_id)
    morning = max(morning_of(hours, decision.review_on), now(session))
    timers.set(session, decision.workspace_id, REVIEW, decision.id, stage="due", at=morning)


def await_answer(session: Session, decision: Decision) -> None:
    """The driver has been asked: five of their working days without an answer make it stale."""
    hours = hours_of(session, decision.workspace_id, decision.driver_id)
    at = hours.add_working_days(now(session), WORKING_DAYS_TO_REVIEW)
    timers.set(session, decision.workspace_id, REVIEW, decision.id, stage="stale", at=at)


def over(session: Session, decision: Decision) -> None:
    """It no longer counts: nothing is waited for."""
    for kind in (UNTIL, REVIEW, SEEN):
        timers.clear(session, decision.workspace_id, kind, decision.id)


def _concerns_teams(session: Session, decision: Decision) -> bool:
    teams = select(DecisionConcern.id).where(
        DecisionConcern.workspace_id == decision.workspace_id,
        DecisionConcern.decision_id == decision.id,
        DecisionConcern.team_id.is_not(None),
    )
    return session.scalars(teams.limit(1)).first() is not None

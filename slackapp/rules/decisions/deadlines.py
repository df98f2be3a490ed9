"""What the app does by itself when a date has come: decide by silence, ask for a review, say who has not seen."""

from datetime import timedelta

from sqlalchemy.orm import Session

from slackapp import cards, outbox
from slackapp.clock import now
from slackapp.ids import UserId, WorkspaceId
from slackapp.models.decision_life import IN_FORCE, DecisionState, DecisionVerb
from slackapp.models.decisions import Decision
from slackapp.models.people import Person
from slackapp.permissions import decisions as permissions
from slackapp.rules import timers
from slackapp.rules.decisions import dates, deciding, silence
from slackapp.rules.decisions.places import places, show_cards, show_prompts
from slackapp.rules.decisions.steps import DecisionTurn, end, locked, movers
from slackapp.rules.person_hours import hours_of

OF_NO_USE_AFTER = timedelta(days=7)
"""For how long a prompt that an outage held up is still worth sending (docs/decisions/delivery.md)."""


def until(session: Session, workspace_id: WorkspaceId, decision_id: int, stage: str) -> None:
    """The time for answers is over: silence is a yes where the decider chose so, otherwise the decider is asked."""
    decision = locked(session, workspace_id, decision_id)
    if decision is None or decision.state is not DecisionState.PROPOSED or decision.until_at is None:
        return
    if decision.until_at > now(session):
        dates.collect(session, decision)
    elif stage != "until" or not _decided_by_silence(session, decision):
        decider = permissions.acting_decider(session, decision)
        _when_they_work(session, decision, decider, timer=dates.UNTIL, kind="decision.until")


def review(session: Session, workspace_id: WorkspaceId, decision_id: int, stage: str) -> None:
    """The review date has come: the driver is asked; or they were, and have not answered for too long (DEC-6)."""
    decision = locked(session, workspace_id, decision_id)
    if decision is None:
        return
    if decision.state is DecisionState.REVIEW_DUE and stage == "stale":
        decision.stale_since = now(session)
        end(session, DecisionTurn(decision, DecisionVerb.GROW_STALE, decision.state))
    elif decision.state is DecisionState.DECIDED and decision.review_on:
        decision.state = DecisionState.REVIEW_DUE
        dates.await_answer(session, decision)
        end(session, DecisionTurn(decision, DecisionVerb.REVIEW, DecisionState.DECIDED))
        whom = next((each for each in movers(decision) if _has_account(session, workspace_id, each)), None)
        _say(session, decision, whom, kind="decision.review", once=decision.review_on.isoformat())


def seen(session: Session, workspace_id: WorkspaceId, decision_id: int, _: str) -> None:
    """Three working days are over: the decider is told which teams, not which people, have not seen it (DEC-7)."""
    decision = locked(session, workspace_id, decision_id)
    if decision is not None and decision.state in IN_FORCE:
        decider = permissions.acting_decider(session, decision)
        _when_they_work(session, decision, decider, timer=dates.SEEN, kind="decision.unseen")


def _decided_by_silence(session: Session, decision: Decision) -> bool:
    """Decide it where silence counts and everybody consents; else its card says whose silence is no consent."""
    if silence.weigh(session, decision) and decision.silence_counts:
        deciding.decide_by_silence(session, decision)
        return True
    show_cards(session, decision)
    show_prompts(session, decision, [permissions.acting_decider(session, decision)])
    return False


def _when_they_work(session: Session, decision: Decision, person: UserId, *, timer: str, kind: str) -> None:
    moment = hours_of(session, decision.workspace_id, person).next_working_moment(now(session))
    if moment > now(session):
        timers.set(session, decision.workspace_id, timer, decision.id, stage="ask", at=moment)
    else:
        day = decision.until if kind == "decision.until" else None
        _say(session, decision, person, kind=kind, once=day.isoformat() if day else "once")


def _say(session: Session, decision: Decision, person: UserId | None, *, kind: str, once: str) -> None:
    """To the person; where nobody is left to ask, in the thread of the first card, so that it is no silent gap."""
    to = person if person and _has_account(session, decision.workspace_id, person) else None
    where = to or places(session, decision)[0]
    thread = None if to else cards.decision(decision.id, places(session, decision)[0]).key
    outbox.say(
        session,
        decision.workspace_id,
        where,
        kind,
        once=f"{kind}:{decision.id}:{once}",
        thread=thread,
        expires_at=now(session) + OF_NO_USE_AFTER,
        decision=decision.id,
        day=once,
    )


def _has_account(session: Session, workspace_id: WorkspaceId, user_id: UserId) -> bool:
    person = session.get(Person, (workspace_id, user_id))
    return person is not None and not person.is_deactivated

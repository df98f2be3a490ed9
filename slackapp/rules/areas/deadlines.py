"""What the app does by itself when the time for an answer is over (OWN-3, OWN-4)."""

from collections.abc import Callable, Mapping

from sqlalchemy.orm import Session

from slackapp import outbox
from slackapp.clock import now
from slackapp.ids import WorkspaceId
from slackapp.models.area_life import STILL_YOURS, WHOSE, AreaVerb, Why
from slackapp.models.areas import Area, AreaQuestion, AreaRound
from slackapp.models.teams import Team
from slackapp.rules import timers
from slackapp.rules.areas import confirmation_dates, questions, rounds, steps
from slackapp.rules.person_hours import hours_of

Step = Callable[[Session, AreaRound, list[AreaQuestion]], None]


def ring(session: Session, workspace_id: WorkspaceId, round_id: int, _: str) -> None:
    """Ask what waited for the morning, remind, tell the lead, or give up: one stage further, in working hours only."""
    round_ = rounds.locked(session, workspace_id, round_id)
    if round_ is None or round_.stage == rounds.OVER:
        return
    moment = hours_of(session, workspace_id, round_.person_id).next_working_moment(now(session))
    if moment > now(session):
        timers.set(session, workspace_id, rounds.KIND, round_id, stage="morning", at=moment)
    elif round_.stage == rounds.PLANNED:
        confirmation_dates.ask(session, round_)
    else:
        _go_on(session, round_)


def offer_expires(session: Session, workspace_id: WorkspaceId, area_id: int, _: str) -> None:
    """Whoever was to take an area over has not answered: it stays whose it is."""
    area = steps.locked(session, workspace_id, area_id)
    if area is not None and area.offered_to and area.offered_until and area.offered_until <= now(session):
        lapse_offer(session, area)


def lapse_offer(session: Session, area: Area) -> None:
    """End an offer without an answer; the owner, or whoever looks for one, is asked again."""
    turn, to = steps.by_itself(area, AreaVerb.EXPIRE), area.offered_to
    end_offer(area)
    if area.owner_id:
        area.asks = area.asks or Why.RETURNED
    steps.end(session, turn, to=to)


def end_offer(area: Area) -> None:
    """It is offered to nobody any more."""
    area.offered_to = area.offered_by = area.offered_until = area.offered_team_id = None


def _go_on(session: Session, round_: AreaRound) -> None:
    waiting = rounds.open_questions(session, round_)
    round_.stage = round_.stage + 1 if waiting else rounds.OVER
    if waiting:
        STEPS[round_.stage](session, round_, waiting)
    if round_.stage < rounds.OVER:
        rounds.await_answer(session, round_)


def _remind(session: Session, round_: AreaRound, _: list[AreaQuestion]) -> None:
    once = f"area.reminder:{round_.id}:{round_.stage}"
    to = round_.person_id
    outbox.say(session, round_.workspace_id, to, "area.reminder", once=once, round=round_.id, stage=round_.stage)


def _tell_lead(session: Session, round_: AreaRound, waiting: list[AreaQuestion]) -> None:
    for area in _areas(session, round_, [each for each in waiting if each.why in STILL_YOURS]):
        area.with_lead = True
        questions.look(session, area)
    adrift = _areas(session, round_, [each for each in waiting if each.why in WHOSE])
    for team in dict.fromkeys(session.get_one(Team, area.team_id) for area in adrift):
        _tell_team(session, team)


def _tell_team(session: Session, team: Team) -> None:
    """Those who should find an owner did not: the team sees it in its channel, once a day at most."""
    once = f"area.adrift:{team.id}:{confirmation_dates.today_of(session, team.workspace_id)}"
    if not team.is_archived:
        outbox.say(session, team.workspace_id, team.home_channel, "area.adrift", once=once, team=team.id)


def _give_up(session: Session, round_: AreaRound, waiting: list[AreaQuestion]) -> None:
    for area in _areas(session, round_, [each for each in waiting if each.why in STILL_YOURS]):
        if area.lapsed_at is None:
            turn = steps.by_itself(area, AreaVerb.LAPSE)
            area.lapsed_at = now(session)
            area.next_due = confirmation_dates.next_due(session, area)
            steps.end(session, turn)


def _areas(session: Session, round_: AreaRound, waiting: list[AreaQuestion]) -> list[Area]:
    return list(steps.locked_all(session, round_.workspace_id, [each.area_id for each in waiting]))


STEPS: Mapping[int, Step] = {
    rounds.REMINDED: _remind,
    rounds.REMINDED_AGAIN: _remind,
    rounds.WITH_LEAD: _tell_lead,
    rounds.OVER: _give_up,
}

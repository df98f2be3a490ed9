"""Who consents by silence, whatever comes together (DEC-4)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from slackapp import cards
from slackapp.ids import Actor, ChannelId, Timestamp
from slackapp.models.absences import Absence, AbsenceSource
from slackapp.models.decision_life import Unheard
from slackapp.models.decision_texts import Proposal, Wording
from slackapp.models.decisions import Decision, DecisionVoice
from slackapp.models.outbox import Posting
from slackapp.models.quiet import Quiet
from slackapp.rules.decisions import silence, submitting
from tests.rules.company import Company

MONDAY = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
FRIDAY = date(2026, 11, 27)
HOURS = st.integers(min_value=1, max_value=24 * 8)
DAYS = st.integers(min_value=-1, max_value=8)


@dataclass(frozen=True)
class Week:
    """What became of Jan: hours after Monday morning, and days from Monday on, in the order in which he said them."""

    asked: int | None
    quiet: int | None
    said: tuple[tuple[int, int, bool], ...]


WEEKS = st.builds(
    Week,
    st.none() | HOURS,
    st.none() | HOURS,
    st.lists(st.tuples(DAYS, st.integers(0, 5), st.booleans()), max_size=3).map(tuple),
)


@pytest.fixture
def jan(company: Company) -> Actor:
    """Is consulted until Friday at five, by Noor, who chose that silence counts."""
    noor, jan = company.person("noor"), company.person("jan")
    finance = company.team("Finance", noor)
    said: dict[str, Any] = {
        "decider_id": noor.user_id,
        "consulted": (jan.user_id,),
        "until": FRIDAY,
        "silence_counts": True,
    }
    company.do(submitting.submit, Proposal(Wording("Pay", "Soon"), team_ids=(finance,), **said), by=noor)
    return jan


@given(week=WEEKS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_only_who_was_asked_and_is_there_at_the_end_consents(company: Company, jan: Actor, week: Week) -> None:
    assert company.do(_weighed, jan, week) == _expected(week)


def _expected(week: Week) -> Unheard | None:
    end = 24 * 4 + 8
    if week.asked is None or week.asked >= end:
        return Unheard.NOT_ASKED
    if week.quiet is not None and week.quiet > end:
        return Unheard.QUIET
    # From Monday to Friday each day is a working one, so Friday is the last on which he can answer.
    return None if _is_there(FRIDAY, week.said) else Unheard.AWAY


def _is_there(day: date, said: Sequence[tuple[int, int, bool]]) -> bool:
    told = [away for first, length, away in said if 0 <= (day - MONDAY.date()).days - first <= length]
    return not (told and told[-1])


def _weighed(session: Session, jan: Actor, week: Week) -> Unheard | None:
    for table in (Quiet, Absence, Posting):
        session.execute(delete(table))
    decision = session.scalars(select(Decision)).one()
    mine = {"workspace_id": jan.workspace_id, "user_id": jan.user_id}
    if week.asked is not None:
        at = MONDAY + timedelta(hours=week.asked)
        place = {"channel_id": ChannelId("DJAN"), "ts": Timestamp(f"{at.timestamp():.6f}")}
        session.add(
            Posting(workspace_id=jan.workspace_id, card=cards.decision_prompt(decision.id, jan.user_id).key, **place)
        )
    if week.quiet is not None:
        session.add(Quiet(**mine, until=MONDAY + timedelta(hours=week.quiet)))
    for first, length, away in week.said:
        day = MONDAY.date() + timedelta(days=first)
        last = day + timedelta(days=length)
        session.add(Absence(**mine, first_day=day, last_day=last, is_away=away, source=AbsenceSource.SELF))
        session.flush()
    session.flush()
    consents = silence.weigh(session, decision)
    voice = session.scalars(select(DecisionVoice)).one()
    assert consents is (voice.unheard is None)
    return voice.unheard

"""Whose step it is, from where, and what happens when several people or dates come together (DEC-2, DEC-4)."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp import cards
from slackapp.clock import MovableClock
from slackapp.errors import InvalidInput, NotAllowed, NotFound, NotPossibleNow, Refusal
from slackapp.ids import Actor, ChannelId, Timestamp
from slackapp.models.decision_life import LIFE, STANCES, DecisionState, DecisionVerb
from slackapp.models.decision_texts import Proposal, Wording
from slackapp.models.decisions import Decision, DecisionEvent
from slackapp.models.outbox import Posting
from slackapp.queries import decisions as asked
from slackapp.rules import decisions
from slackapp.rules.decisions import answering, closing, deciding, reviewing, rewriting, submitting
from tests.rules.company import Company

FRIDAY = date(2026, 11, 27)
TEXTS = Wording("Pay sooner", "Within two weeks")


@dataclass(frozen=True)
class Table:
    """Noor decides, Sanne drives, Jan is consulted; it concerns Finance, where Noor and Jan are."""

    company: Company
    noor: Actor
    sanne: Actor
    jan: Actor
    finance: int

    def propose(self, **also: Any) -> int:
        said: dict[str, Any] = {"decider_id": self.noor.user_id, "driver_id": self.sanne.user_id}
        said |= {"consulted": (self.jan.user_id,), "team_ids": (self.finance,), "until": FRIDAY} | also
        by = self.noor if said.get("is_decided") or said.get("silence_counts") else self.sanne
        number = self.company.do(submitting.submit, Proposal(TEXTS, **said), by=by)
        return self.company.ask(asked.page_of_number, self.noor, number=number).card.id

    def prompts(self, who: Actor, decision_id: int, at: datetime) -> None:
        """Slack has posted somebody's prompt."""
        self.company.do(_posted, who, cards.decision_prompt(decision_id, who.user_id).key, at)

    def state(self, decision_id: int) -> DecisionState:
        return self.company.ask(asked.page, self.noor, decision_id=decision_id).card.state

    def is_gone(self, who: Actor, name: str) -> None:
        self.company.person(name, is_deactivated=True)
        assert who.user_id == f"U{name.upper()}"


@pytest.fixture
def table(company: Company) -> Table:
    noor, sanne, jan = (company.person(name) for name in ("noor", "sanne", "jan"))
    finance = company.team("Finance", noor, members=(jan.user_id,))
    company.team("Sales", sanne)
    return Table(company, noor, sanne, jan, finance)


STEPS: dict[DecisionVerb, tuple[Any, dict[str, Any]]] = {
    DecisionVerb.AGREE: (answering.agree, {}),
    DecisionVerb.OBJECT: (answering.object_to, {"why": "No"}),
    DecisionVerb.ABSTAIN: (answering.abstain, {}),
    DecisionVerb.EDIT: (rewriting.edit, {"said": Wording("Pay later", "In May")}),
    DecisionVerb.MORE_TIME: (deciding.more_time, {"until": FRIDAY + timedelta(days=7)}),
    DecisionVerb.DECIDE: (deciding.decide, {"why": "So be it"}),
    DecisionVerb.REJECT: (deciding.reject, {"why": "No"}),
    DecisionVerb.SILENCE: (deciding.let_silence_count, {}),
    DecisionVerb.CORRECT: (rewriting.correct, {"said": Wording("Pay later", "In May"), "why": "A slip"}),
    DecisionVerb.SEEN: (reviewing.see, {}),
    DecisionVerb.REVERSE: (closing.reverse, {"why": "It did not work"}),
}


ENDS: dict[DecisionState, Any] = {DecisionState.REJECTED: deciding.reject, DecisionState.DECIDED: deciding.decide}
WRONG = [(verb, state) for verb in STEPS for state in ENDS if state not in LIFE[verb].states]


@pytest.mark.parametrize(("verb", "state"), WRONG)
def test_a_step_from_the_wrong_state_says_why_and_changes_nothing(
    table: Table, verb: DecisionVerb, state: DecisionState
) -> None:
    decision_id, (rule, values) = table.propose(), STEPS[verb]
    table.company.do(ENDS[state], decision_id, by=table.noor, why="Enough")
    who = table.jan if verb in (*STANCES, DecisionVerb.SEEN) else table.noor
    with pytest.raises(NotPossibleNow):
        table.company.do(rule, decision_id, by=who, **values)
    assert table.state(decision_id) is state


@pytest.mark.parametrize("verb", STEPS)
def test_somebody_who_only_sees_it_can_do_nothing_with_it(table: Table, verb: DecisionVerb) -> None:
    decision_id, rule, values = table.propose(), *STEPS[verb]
    other, guest = table.company.person("other"), table.company.person("gus", is_guest=True)
    with pytest.raises(NotAllowed):
        table.company.do(rule, decision_id, by=other, **values)
    with pytest.raises(NotFound):
        table.company.do(rule, decision_id, by=guest, **values)


def test_every_step_writes_one_line_of_history(table: Table) -> None:
    decision_id = table.propose()
    table.company.do(answering.object_to, decision_id, by=table.jan, why="No")
    table.company.do(rewriting.edit, decision_id, Wording("Pay later", "In May"), by=table.sanne)
    table.company.do(answering.agree, decision_id, by=table.jan)
    table.company.do(deciding.decide, decision_id, by=table.noor)
    table.company.do(reviewing.see, decision_id, by=table.jan)
    table.company.do(closing.reverse, decision_id, by=table.sanne, why="It did not work")
    lines = table.company.ask(_history, decision_id)
    verbs = [line.verb for line in lines]
    assert verbs == ["propose", "object", "edit", "agree", "decide", "seen", "reverse"]
    assert [line.by for line in lines if line.verb is DecisionVerb.SEEN] == [None]


def test_what_is_said_twice_is_written_once(table: Table) -> None:
    decision_id = table.propose()
    table.company.do(answering.object_to, decision_id, by=table.jan, why="No")
    with pytest.raises(NotPossibleNow):
        table.company.do(answering.object_to, decision_id, by=table.jan, why="No")
    table.company.do(answering.object_to, decision_id, by=table.jan, why="Too soon")
    assert [line.why for line in table.company.ask(_history, decision_id) if line.verb is DecisionVerb.OBJECT] == [
        "No",
        "Too soon",
    ]


def test_two_who_decide_and_reject_at_once_get_one_outcome(table: Table) -> None:
    decision_id = table.propose()
    with ThreadPoolExecutor(2) as both:
        ends = [both.submit(_tried, table, rule, decision_id) for rule in (deciding.decide, deciding.reject)]
    assert sorted(end.result() for end in ends) == [False, True]
    outcomes = [
        line
        for line in table.company.ask(_history, decision_id)
        if line.verb in (DecisionVerb.DECIDE, DecisionVerb.REJECT)
    ]
    assert len(outcomes) == 1


def test_two_successors_at_once_replace_it_once_and_wait_for_nobody(table: Table) -> None:
    old = table.propose(is_decided=True)
    new = [table.propose(replaces_id=old) for _ in range(2)]
    with ThreadPoolExecutor(3) as all_three:
        tries = [all_three.submit(_tried, table, deciding.decide, each) for each in new]
        tries.append(all_three.submit(_tried, table, closing.reverse, old))
    assert [each.result() for each in tries[:2]] == [True, True]
    assert table.state(old) in (DecisionState.SUPERSEDED, DecisionState.REVERSED)
    lines = [line.verb for line in table.company.ask(_history, old)]
    assert len([verb for verb in lines if verb in (DecisionVerb.SUPERSEDE, DecisionVerb.REVERSE)]) == 1


def test_where_the_decider_is_gone_the_driver_decides(table: Table) -> None:
    decision_id = table.propose()
    with pytest.raises(NotAllowed):
        table.company.do(deciding.decide, decision_id, by=table.sanne)
    table.is_gone(table.noor, "noor")
    table.company.do(deciding.decide, decision_id, by=table.sanne)
    assert table.company.ask(asked.page, table.sanne, decision_id=decision_id).card.state is DecisionState.DECIDED


def test_the_silence_of_somebody_whose_account_is_gone_is_no_consent(table: Table, clock: MovableClock) -> None:
    decision_id = table.propose(silence_counts=True)
    table.is_gone(table.jan, "jan")
    clock.move(timedelta(days=5))
    table.company.do(decisions.TIMERS["decision.until"], table.company.id, decision_id, "until")
    assert table.state(decision_id) is DecisionState.PROPOSED


def test_an_alarm_that_rings_too_early_or_twice_changes_nothing(table: Table, clock: MovableClock) -> None:
    decision_id = table.propose(silence_counts=True)
    for stage in ("until", "ask"):
        table.company.do(decisions.TIMERS["decision.until"], table.company.id, decision_id, stage)
    assert table.state(decision_id) is DecisionState.PROPOSED
    table.prompts(table.jan, decision_id, clock.now())
    clock.move(timedelta(days=5))
    for _ in range(2):
        table.company.do(decisions.TIMERS["decision.until"], table.company.id, decision_id, "until")
    assert [line.verb for line in table.company.ask(_history, decision_id)].count(DecisionVerb.DECIDE) == 1


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"decider_id": None}, "decider"),
        ({"team_ids": ()}, "teams"),
        ({"team_ids": (99,)}, "teams"),
        ({"channels": ("CNOWHERE",)}, "channels"),
        ({"until": date(2026, 11, 20)}, "until"),
        ({"review_on": date(2026, 11, 20)}, "review"),
        ({"replaces_id": 99}, "replaces"),
        ({"consulted": ("UBOT",)}, "consulted"),
    ],
)
def test_what_cannot_be_used_is_said_at_its_field(table: Table, said: dict[str, Any], field: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        table.propose(**said)
    assert refused.value.field == field


def _posted(session: Session, who: Actor, card: str, at: datetime) -> None:
    place = {"channel_id": ChannelId(f"D{who.user_id}"), "ts": Timestamp(f"{at.timestamp():.6f}")}
    session.add(Posting(workspace_id=who.workspace_id, card=card, **place))


def _tried(table: Table, rule: Any, decision_id: int) -> bool:
    try:
        table.company.do(rule, decision_id, by=table.noor, why="Now")
    except Refusal:
        return False
    return True


def _history(session: Session, decision_id: int) -> list[DecisionEvent]:
    lines = select(DecisionEvent).join(Decision).where(Decision.id == decision_id).order_by(DecisionEvent.id)
    return list(session.scalars(lines))

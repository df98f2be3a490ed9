"""Whatever is said, however Slack and the workers fail: what the channel holds at the end (F31).

The model knows no lane, lease or gate: only what was said where, in which order, and how much of it may be refused.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from datetime import timedelta
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from delivery import claiming, gates, settle
from delivery.claim import Claim
from delivery.worker import Worker
from sandbox.faults import Kind
from slackapp.cards import CardAt
from slackapp.models.outbox import Message, Progress
from slackapp.slack import client as slack_client
from slackapp.slack.outcomes import Outcome
from tests.delivery import opening
from tests.delivery.expected import Expected
from tests.delivery.office import OPEN, Office
from tests.fire import invariants
from tests.stories.driver import Loop

# Each example is a war of its own: a quarter of the examples of other properties, and no shrinking.
LOOKED_AT = settings(
    max_examples=settings().max_examples // 4, stateful_step_count=25, phases=[Phase.generate], print_blob=True
)
CHANNELS = st.integers(0, 2)
SPANS = st.sampled_from([1, 4, 6, 31, 95, 700]).map(lambda seconds: timedelta(seconds=seconds))
POSTING, LOOKING, CHANGING = "chat.postMessage", "conversations.history", "chat.update"
METHODS = st.sampled_from([POSTING, POSTING, CHANGING, LOOKING, "conversations.replies"])
DOUBTS = [kind for kind in Kind if kind is not Kind.TOO_FAST]
REFUSALS = st.sampled_from(["is_archived", "invalid_blocks", "restricted_action", "msg_too_long"])
MOST_ROUNDS = 300


class War(RuleBasedStateMachine):
    """Each example has a workspace and a database of its own."""

    loop: Loop
    openings: Callable[[], AbstractContextManager[Office]]

    @initialize()
    def begins(self) -> None:
        self.closing, self.expected = ExitStack(), Expected()
        self.hurry = self.closing.enter_context(pytest.MonkeyPatch.context())
        self.hurry.setattr(slack_client, "PATIENCE_SECONDS", 0.1)
        self.office = self.closing.enter_context(self.openings())
        names = ("design", "sales", "support")
        self.channels = [self.office.design, *(self.office.slack.channel(n, with_app=True) for n in names[1:])]
        self.stopped: list[Claim] = []
        self.called: list[tuple[Claim, Outcome]] = []

    # What is said

    @rule(to=CHANNELS)
    def a_line_is_said(self, to: int, **how: Any) -> None:
        text = f"line {sum(map(len, self.expected.lines.values()))}"
        self.expected.lines.setdefault(to, []).append(text)
        self.office.says(text, to=self.channels[to], **how)
        self.last = text

    @rule(to=CHANNELS, many=st.integers(2, 4))
    def several_lines_are_said(self, to: int, many: int) -> None:
        for _ in range(many):
            self.a_line_is_said(to)

    @rule(to=CHANNELS)
    def a_line_is_said_again(self, to: int) -> None:
        for text in self.expected.lines.get(to, [])[-1:]:
            self.office.says(text, to=self.channels[to])

    @rule(to=CHANNELS, lasts=SPANS)
    def a_line_is_said_that_is_of_use_for_a_while(self, to: int, lasts: timedelta) -> None:
        self.a_line_is_said(to, expires_at=self.office.clock.now() + lasts)
        self.expected.limited.add(self.last)

    @rule(to=CHANNELS)
    def a_card_is_shown(self, to: int) -> None:
        self.expected.cards[to] = f"card {self.office.clock.now().timestamp()} {len(self.expected.cards)}"
        self.office.shows(self.expected.cards[to], f"R-{to}", to=self.channels[to])

    @precondition(lambda self: self.expected.cards)
    @rule(to=CHANNELS)
    def a_line_is_said_in_the_thread_of_a_card(self, to: int) -> None:
        if to in self.expected.cards:
            card = CardAt(self.channels[to].id, "card", {"name": f"R-{to}"}).key
            self.a_line_is_said(to, thread=card)

    # What goes wrong

    @rule(method=METHODS, kind=st.sampled_from(DOUBTS), worked=st.booleans(), after=st.integers(0, 2))
    def an_answer_is_lost(self, *, method: str, kind: Kind, worked: bool, after: int) -> None:
        # What Slack answers late it has always done.
        is_slow = kind is Kind.SLOW
        how = {"worked": worked or is_slow, "seconds": 0 if is_slow else 3600, "after": after}
        self.office.fails(kind, method, **how)

    @rule(to=CHANNELS, kind=st.sampled_from(DOUBTS), worked=st.booleans())
    def the_answer_to_a_line_is_lost(self, *, to: int, kind: Kind, worked: bool) -> None:
        self.a_line_is_said(to)
        self.an_answer_is_lost(method=POSTING, kind=kind, worked=worked, after=0)
        self.one_delivers()

    @rule(method=METHODS, times=st.integers(1, 3), wait=st.sampled_from([None, 0, 1, 45, 90, 86_400]))
    def it_is_too_fast(self, method: str, times: int, wait: int | None) -> None:
        self.office.fails(Kind.TOO_FAST, method, times=times, retry_after=wait)

    @rule(to=CHANNELS, wait=st.sampled_from([None, 90]))
    def the_workspace_is_slowed_down(self, to: int, wait: int | None) -> None:
        self.a_line_is_said(to)
        self.it_is_too_fast(method=POSTING, times=1, wait=wait)
        self.one_delivers()
        self.a_line_is_said((to + 1) % len(self.channels))
        self.everybody_works(2)

    @rule(method=st.sampled_from([POSTING, CHANGING]), error=REFUSALS)
    def slack_refuses_something(self, method: str, error: str) -> None:
        self.office.fails(Kind.ERROR, method, error=error)
        self.expected.refusals += 1

    @rule()
    def the_token_is_revoked(self) -> None:
        self.office.slack.installation.token_revoked = True

    @rule()
    def the_app_is_installed_again(self) -> None:
        self.office.slack.installation.token_revoked = False
        self.office.database.run_now(gates.lift, self.office.id)

    @rule()
    def a_worker_stops_right_after_its_claim(self) -> None:
        self.stopped += self.office.database.run_now(claiming.due, Worker("stopped", self.office.kinds()))

    @rule(to=CHANNELS, span=SPANS, kind=st.sampled_from(DOUBTS))
    def a_worker_freezes_and_goes_on_beside_the_others(self, to: int, span: timedelta, kind: Kind) -> None:
        self.a_line_is_said(to)
        self.a_worker_stops_right_after_its_claim()
        self.time_passes(span)
        self.an_answer_is_lost(method=POSTING, kind=kind, worked=True, after=0)
        self.everybody_works(3)
        self.it_goes_on_and_stops_again_after_its_calls()
        self.it_writes_down_after_all_what_came_back()

    @rule(to=CHANNELS)
    def a_worker_stops_right_after_its_calls(self, to: int) -> None:
        self.a_line_is_said(to)
        self.a_worker_stops_right_after_its_claim()
        self.it_goes_on_and_stops_again_after_its_calls()

    @rule()
    def another_stops_right_after_it_began_to_look(self) -> None:
        self.office.database.run_now(claiming.doubtful, Worker("stopped", self.office.kinds()))

    @precondition(lambda self: self.stopped)
    @rule()
    def it_goes_on_and_stops_again_after_its_calls(self) -> None:
        claims, self.stopped = self.stopped, []
        for claim in claims:
            self.called.append((claim, self.loop.run(self.office.deliverer.outcome(claim))))

    @precondition(lambda self: self.called)
    @rule()
    def it_writes_down_after_all_what_came_back(self) -> None:
        called, self.called = self.called, []
        for claim, outcome in called:
            self.office.database.run_now(settle.settle, claim, outcome)

    # What goes on

    @rule(seconds=st.integers(1, 4))
    def everybody_works(self, seconds: int) -> None:
        for _ in range(seconds):
            self.one_delivers()
            self.loop.run(self.office.reconciler.once())
            self.office.clock.move(timedelta(seconds=1))

    @rule()
    def one_delivers(self) -> None:
        is_shut = self.office.database.read_now(invariants.is_shut, self.office.id)
        before = self.office.posts()
        self.loop.run(self.office.deliverer.once())
        assert not is_shut or self.office.posts() == before, "I6: called while the gate was shut"

    @rule()
    def one_sweeps(self) -> None:
        self.loop.run(self.office.sweeper.once())

    @rule(span=SPANS)
    def time_passes(self, span: timedelta) -> None:
        self.office.clock.move(span)

    # What holds

    @invariant()
    def each_line_stands_at_most_once_and_in_order(self) -> None:
        for number, channel in enumerate(self.channels):
            everything = self.office.sees(channel)
            seen = [text for text in everything if text.startswith("line")]
            assert seen == [text for text in self.expected.lines.get(number, []) if text in seen]
            assert len(everything) - len(seen) <= 1, "the card stands more than once"

    def teardown(self) -> None:
        with self.closing:
            self._comes_to_rest()
            self._holds_what_it_should()

    def _comes_to_rest(self) -> None:
        self.office.sandbox.faults.clear()
        self.hurry.setattr(slack_client, "PATIENCE_SECONDS", 60)
        self.the_app_is_installed_again()
        for _ in range(MOST_ROUNDS):
            if not any(row.state in OPEN for row in self.office.rows()):
                break
            self.everybody_works(2)
            self.office.clock.move(timedelta(seconds=60))
        self.it_writes_down_after_all_what_came_back()
        self.office.clock.move(timedelta(minutes=6))
        self.one_sweeps()

    def _holds_what_it_should(self) -> None:
        rows = self.office.rows()
        assert self.office.database.read_now(invariants.broken, self.office.sandbox, self.office.slack) == []
        self.each_line_stands_at_most_once_and_in_order()
        assert [row.dedupe_key for row in rows if not self._ended_well(row)] == []
        assert sum(row.state is Progress.DEAD and not row.thread for row in rows) <= self.expected.refusals
        for number, text in self.expected.cards.items():
            self._is_the_newest(number, text, [row for row in rows if row.card and row.refs["name"] == f"R-{number}"])

    def _ended_well(self, row: Message) -> bool:
        text, everything = str(row.refs.get("text", "")), [t for c in self.channels for t in self.office.sees(c)]
        is_there = row.card is not None or (text in everything) == (row.state is Progress.SENT)
        return is_there and self.expected.may_end(text, row.state)

    def _is_the_newest(self, number: int, text: str, versions: list[Message]) -> None:
        if versions[-1].state is Progress.SENT:
            assert [each for each in self.office.sees(self.channels[number]) if each.startswith("card")] == [text]


@pytest.mark.timeout(300)
def test_the_channel_holds_what_was_said(sqlite_template: Path, tmp_path: Path) -> None:
    loop = Loop()
    openings = partial(opening.opened, loop, sqlite_template, map(tmp_path.joinpath, map(str, count())))
    machine = type("ThisWar", (War,), {"loop": loop, "openings": staticmethod(openings)})
    run_state_machine_as_test(machine, settings=LOOKED_AT)
    loop.close()

"""What is taken out or turned round, one thing at a time, and the test that must notice it."""

from dataclasses import dataclass
from typing import Protocol

from tests.mutants.filters import Filter, filters
from tests.mutants.noticed import NOTICED

DELIVERY = "tests/delivery"
DOUBT, POSTING, API_ERRORS = (f"{DELIVERY}/test_{name}.py" for name in ("doubt", "posting", "api_errors"))


class Mutation(Protocol):
    """One change of one file. `test` is the id of one for pytest, without the parameters in brackets."""

    @property
    def name(self) -> str: ...

    @property
    def file(self) -> str: ...

    @property
    def test(self) -> str: ...

    def made_in(self, text: str) -> str:
        """The file with the mutation in it; ValueError where it cannot be made."""


@dataclass(frozen=True)
class Instead:
    """A text of a file that stands there exactly once, and what takes its place."""

    name: str
    file: str
    before: str
    after: str
    test: str

    def made_in(self, text: str) -> str:
        """The file with the other text in it."""
        if text.count(self.before) != 1:
            raise ValueError(f"{self.name}: {text.count(self.before)} times in {self.file}")
        return text.replace(self.before, self.after)


@dataclass(frozen=True)
class Unfiltered:
    """A place that does not leave out any more what somebody may not see."""

    filter: Filter
    test: str

    @property
    def name(self) -> str:
        """What is taken out, and where."""
        return f"no {self.filter.call} in {self.filter.place}"

    @property
    def file(self) -> str:
        """Where the filter stands."""
        return self.filter.file

    def made_in(self, text: str) -> str:
        """The file without the filter."""
        return self.filter.taken_out(text)


DELIVERED = (
    Instead(
        "no look-up",
        "delivery/lookup.py",
        "if page.copies:",
        "if False:",
        f"{DOUBT}::test_a_lost_answer_is_found_and_not_posted_twice",
    ),
    Instead(
        "a doubt counted as sent",
        "delivery/settle.py",
        "wait = _in_doubt(session, message, why)",
        "bundles.close(session, lane, message, Progress.SENT)\n            wait = AT_ONCE",
        f"{DOUBT}::test_what_slack_never_took_is_posted_after_all",
    ),
    Instead(
        "no unique key",
        "migrations/versions/0001_the_house.py",
        'sa.UniqueConstraint("workspace_id", "dedupe_key", name=op.f("uq_outbox_workspace_id_dedupe_key")),',
        "",
        f"{POSTING}::test_the_same_key_is_posted_once",
    ),
    Instead(
        "settled before the call",
        "delivery/deliver.py",
        "await self._settler.write(claim, await self._certain(claim))",
        'await self._settler.write(claim, Sent(Place(claim.to, claim.thread or "1.1")))  # type: ignore\n'
        "        await self._certain(claim)",
        f"{DOUBT}::test_what_slack_never_took_is_posted_after_all",
    ),
    Instead(
        "sending not written first",
        "delivery/claiming.py",
        "    message.state = Progress.SENDING\n    message.attempts += 1",
        "    message.attempts += 1",
        f"{DOUBT}::test_a_worker_that_died_after_its_claim_is_found_out",
    ),
    Instead(
        "no deadline",
        "delivery/deliver.py",
        "if not claim.is_fresh(self._database.clock.now()):",
        "if False:",
        f"{DOUBT}::test_a_worker_that_was_frozen_after_its_claim_does_not_post",
    ),
    Instead(
        "no pace",
        "delivery/backoff.py",
        "PACE = timedelta(seconds=1)",
        "PACE = timedelta(0)",
        f"{POSTING}::test_no_channel_gets_two_messages_in_a_second",
    ),
    Instead(
        "overtaking in a lane",
        "delivery/lanes.py",
        "return own.order_by(Message.id)",
        "return own.order_by(Message.id.desc())",
        f"{POSTING}::test_what_was_said_is_posted_in_order",
    ),
    Instead(
        "a doubt is overtaken",
        "delivery/claiming.py",
        "return ~lanes.doubt() & worker.releases.may_take(now(session))",
        "return worker.releases.may_take(now(session))",
        f"{DOUBT}::test_nothing_overtakes_a_message_in_doubt",
    ),
    Instead(
        "gates ignored",
        "delivery/lanes.py",
        "Lane.lease_until <= at, ~shut)",
        "Lane.lease_until <= at)",
        f"{API_ERRORS}::test_when_several_channels_are_slowed_down_the_whole_workspace_waits",
    ),
    Instead(
        "expired ones posted",
        "delivery/claiming.py",
        "if message.expires_at and message.expires_at <= now(session):",
        "if False:",
        f"{POSTING}::test_what_is_too_late_is_not_posted",
    ),
    Instead(
        "no wait before the look",
        "delivery/claiming.py",
        "SETTLES = timedelta(seconds=30)",
        "SETTLES = timedelta(0)",
        f"{DOUBT}::test_a_message_that_the_history_shows_late_is_not_posted_twice",
    ),
    Instead(
        "lease ignored",
        "delivery/lanes.py",
        "Lane.not_before <= at, Lane.lease_until <= at, ~shut)",
        "Lane.not_before <= at, ~shut)",
        f"{DOUBT}::test_what_somebody_is_at_work_on_is_nobody_elses",
    ),
    Instead(
        "lease epoch skipped",
        "delivery/settle.py",
        "lane.epoch == claim.epoch, AT_ONCE",
        "True, AT_ONCE",
        f"{DOUBT}::test_a_worker_that_lost_its_lease_lets_nothing_go",
    ),
    Instead(
        "sweep removes nothing",
        "delivery/sweep.py",
        "await posting.remove(client, copy.place)",
        "pass",
        f"{DOUBT}::test_a_second_copy_is_taken_away_and_the_card_is_the_first",
    ),
    Instead(
        "Retry-After ignored",
        "delivery/backoff.py",
        "seconds = USUAL_THROTTLE if retry_after is None else retry_after",
        "seconds = 1.0",
        f"{API_ERRORS}::test_one_channel_that_is_slowed_down_lets_the_others_flow",
    ),
)

STORED = (
    Instead(
        "inbox key ignored",
        "slackapp/slack/inbox.py",
        "            raise Repeated\n",
        "            pass\n",
        "tests/stories/test_repeats.py::test_a_form_that_arrives_three_times_makes_one_request",
    ),
    Instead(
        "BEGIN for BEGIN IMMEDIATE",
        "slackapp/database.py",
        '"BEGIN" if read_only else "BEGIN IMMEDIATE"',
        '"BEGIN"',
        "tests/delivery/test_sqlite.py::test_a_transaction_that_reads_first_may_still_write",
    ),
    Instead(
        "synchronous off",
        "slackapp/database.py",
        '"synchronous=FULL"',
        '"synchronous=OFF"',
        "tests/delivery/test_sqlite.py::test_what_is_committed_is_on_the_disk",
    ),
    Instead(
        "no file lock",
        "runtime/sqlite_lock.py",
        "fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)",
        "pass",
        "tests/runtime/test_database_file.py::test_it_is_held_by_every_name",
    ),
    Instead(
        "an anonymous answer with its person",
        "slackapp/rules/checkins/answering.py",
        "    anonymous.speak(session, part.round, said)\n",
        "    anonymous.speak(session, part.round, said)\n    _keep(session, part, said)\n",
        "tests/stories/checkins/test_anonymous.py::test_what_was_said_cannot_be_joined_with_who_said_it",
    ),
)


SEEN = tuple(Unfiltered(each, NOTICED[place]) for place, each in filters().items() if place in NOTICED)

MUTATIONS: tuple[Mutation, ...] = (*DELIVERED, *STORED, *SEEN)

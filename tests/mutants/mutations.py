"""What is taken out or turned round, one thing at a time, and the tests that must notice it.

Each is a text of a file that stands there exactly once, and what takes its place.
"""

from dataclasses import dataclass

DELIVERY = "tests/delivery"
DOUBT, POSTING, REFUSALS = (f"{DELIVERY}/test_{name}.py" for name in ("doubt", "posting", "refusals"))
PRIVATE_REQUESTS = "tests/stories/requests/test_privacy.py"
DECISIONS, CHECKINS = (f"tests/stories/{word}" for word in ("decisions", "checkins"))
AUDIENCE = "tests/rules/test_digest_audience.py::test_everybody_in_a_channel_may_see_all_that_its_digest_says"


@dataclass(frozen=True)
class Mutation:
    """One change of one file. `tests` are ids of pytest, without the parameters in brackets."""

    name: str
    file: str
    before: str
    after: str
    tests: tuple[str, ...]


DELIVERED = (
    Mutation(
        "no look-up",
        "scheduler/lookup.py",
        'while looked_to != "":',
        "while False:",
        (f"{DOUBT}::test_a_lost_answer_is_found_and_not_posted_twice",),
    ),
    Mutation(
        "a doubt counted as sent",
        "scheduler/settle.py",
        "wait = _in_doubt(session, message, why)",
        "bundles.close(session, lane, message, Progress.SENT)\n            wait = AT_ONCE",
        (f"{DOUBT}::test_what_slack_never_took_is_posted_after_all",),
    ),
    Mutation(
        "no unique key",
        "migrations/versions/0001_the_house.py",
        'sa.UniqueConstraint("workspace_id", "dedupe_key", name=op.f("uq_outbox_workspace_id_dedupe_key")),',
        "",
        (f"{POSTING}::test_the_same_key_is_posted_once",),
    ),
    Mutation(
        "settled before the call",
        "scheduler/deliver.py",
        "await self._ledger.write(claim, await self._certain(claim))",
        'await self._ledger.write(claim, Sent(Place(claim.to, claim.thread or "1.1")))  # type: ignore\n'
        "        await self._certain(claim)",
        (f"{DOUBT}::test_what_slack_never_took_is_posted_after_all",),
    ),
    Mutation(
        "sending not written first",
        "scheduler/take.py",
        "    message.state = Progress.SENDING\n    message.attempts += 1",
        "    message.attempts += 1",
        (f"{DOUBT}::test_a_worker_that_died_after_its_claim_is_found_out",),
    ),
    Mutation(
        "no deadline",
        "scheduler/deliver.py",
        "if not claim.is_fresh(self._database.clock.now()):",
        "if False:",
        (f"{DOUBT}::test_a_worker_that_was_frozen_after_its_claim_does_not_post",),
    ),
    Mutation(
        "no pace",
        "scheduler/waits.py",
        "PACE = timedelta(seconds=1)",
        "PACE = timedelta(0)",
        (f"{POSTING}::test_no_channel_gets_two_messages_in_a_second",),
    ),
    Mutation(
        "overtaking in a lane",
        "scheduler/lanes.py",
        "return own.order_by(Message.id)",
        "return own.order_by(Message.id.desc())",
        (f"{POSTING}::test_what_was_said_is_posted_in_order",),
    ),
    Mutation(
        "a doubt is overtaken",
        "scheduler/take.py",
        "return ~lanes.doubt() & hands.may_take(now(session))",
        "return hands.may_take(now(session))",
        (f"{DOUBT}::test_nothing_overtakes_a_message_in_doubt",),
    ),
    Mutation(
        "gates ignored",
        "scheduler/lanes.py",
        "Lane.lease_until <= at, ~shut)",
        "Lane.lease_until <= at)",
        (f"{REFUSALS}::test_when_several_channels_are_slowed_down_the_whole_workspace_waits",),
    ),
    Mutation(
        "expired ones posted",
        "scheduler/take.py",
        "if message.expires_at and message.expires_at <= now(session):",
        "if False:",
        (f"{POSTING}::test_what_is_too_late_is_not_posted",),
    ),
    Mutation(
        "no wait before the look",
        "scheduler/take.py",
        "SETTLES = timedelta(seconds=30)",
        "SETTLES = timedelta(0)",
        (f"{DOUBT}::test_a_message_that_the_history_shows_late_is_not_posted_twice",),
    ),
    Mutation(
        "lease ignored",
        "scheduler/lanes.py",
        "Lane.not_before <= at, Lane.lease_until <= at, ~shut)",
        "Lane.not_before <= at, ~shut)",
        (f"{DOUBT}::test_what_somebody_is_at_work_on_is_nobody_elses",),
    ),
    Mutation(
        "lease epoch skipped",
        "scheduler/settle.py",
        "lane.epoch == claim.epoch, AT_ONCE",
        "True, AT_ONCE",
        (f"{DOUBT}::test_a_worker_that_lost_its_lease_lets_nothing_go",),
    ),
    Mutation(
        "sweep removes nothing",
        "scheduler/sweep.py",
        "await posting.remove(client, copy.place)",
        "pass",
        (f"{DOUBT}::test_a_second_copy_is_taken_away_and_the_card_is_the_first",),
    ),
    Mutation(
        "Retry-After ignored",
        "scheduler/waits.py",
        "seconds = USUAL_THROTTLE if retry_after is None else retry_after",
        "seconds = 1.0",
        (REFUSALS,),
    ),
)

STORED = (
    Mutation(
        "inbox key ignored",
        "slackapp/slack/inbox.py",
        "            raise Repeated\n",
        "            pass\n",
        (
            "tests/stories/test_repeats.py::test_a_button_that_is_pressed_twice_acts_once",
            "tests/stories/test_repeats.py",
        ),
    ),
    Mutation(
        "BEGIN for BEGIN IMMEDIATE",
        "slackapp/database.py",
        '"BEGIN" if read_only else "BEGIN IMMEDIATE"',
        '"BEGIN"',
        ("tests/delivery/test_sqlite.py::test_a_transaction_that_reads_first_may_still_write",),
    ),
    Mutation(
        "synchronous off",
        "slackapp/database.py",
        '"synchronous=FULL"',
        '"synchronous=OFF"',
        ("tests/delivery/test_sqlite.py::test_what_is_committed_is_on_the_disk",),
    ),
    Mutation(
        "no file lock",
        "slackapp/running/alone.py",
        "fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)",
        "pass",
        ("tests/running/test_database_file.py::test_it_is_held_by_every_name",),
    ),
    Mutation(
        "an anonymous answer with its person",
        "slackapp/rules/checkins/answering.py",
        "    anonymous.speak(session, part.round, said)\n",
        "    anonymous.speak(session, part.round, said)\n    _keep(session, part, said)\n",
        ("tests/stories/checkins/test_anonymous.py::test_what_was_said_cannot_be_joined_with_who_said_it",),
    ),
)


def _unfiltered(name: str, file: str, before: str, after: str, *tests: str) -> Mutation:
    return Mutation(f"no permission filter: {name}", f"slackapp/queries/{file}", before, after, tests)


SEEN = (
    _unfiltered(
        "list of requests",
        "requests/lists.py",
        "and_(visible_to(reader), _matching(",
        "and_(Request.workspace_id == reader.workspace_id, _matching(",
        PRIVATE_REQUESTS,
    ),
    _unfiltered(
        "page of a request",
        "requests/pages.py",
        "Request.id == request_id, permissions.visible_to(reader))",
        "Request.id == request_id)",
        PRIVATE_REQUESTS,
    ),
    _unfiltered(
        "list and search of decisions",
        "decisions/search.py",
        "and_(visible_to(viewer(session, who)), *_conditions(",
        "and_(*_conditions(",
        "tests/rules/test_decision_search.py::test_only_those_in_the_private_channel_find_it",
    ),
    _unfiltered(
        "page of a decision",
        "decisions/pages.py",
        "Decision.number == number, permissions.visible_to(reader))",
        "Decision.number == number)",
        f"{DECISIONS}/test_the_whole_story.py::test_a_member_of_no_concerned_private_channel_finds_nothing_of_it",
    ),
    _unfiltered(
        "export of decisions",
        "decisions/records.py",
        '    mine = visible_to(viewer(session, Actor(workspace_id, UserId(str(refs["person"])))))\n    total',
        "    mine = Decision.workspace_id == workspace_id\n    total",
        "tests/rules/test_decision_search.py::test_an_export_has_only_what_one_may_see",
    ),
    _unfiltered(
        "list of areas",
        "areas/lists.py",
        "and_(visible_to(reader), _matching(reader, wanted))",
        "_matching(reader, wanted)",
        "tests/rules/test_area_sight.py::test_another_workspace_is_shown_nothing",
    ),
    _unfiltered(
        "export of areas",
        "areas/records.py",
        "select(Area).where(visible_to(reader), Area.retired_at.is_(None))",
        "select(Area).where(Area.workspace_id == workspace_id, Area.retired_at.is_(None))",
        "tests/rules/test_area_sight.py::test_who_became_a_guest_meanwhile_gets_an_empty_table",
    ),
    _unfiltered(
        "search of areas",
        "areas/finding.py",
        "select(Area).where(visible_to(reader), Area.key == said)",
        "select(Area).where(Area.key == said)",
        "tests/rules/test_area_sight.py::test_another_workspace_is_shown_nothing",
    ),
    _unfiltered(
        "list of check-ins",
        "checkins/lists.py",
        "select(Checkin, func.count().over()).where(permissions.visible_to(reader))",
        "select(Checkin, func.count().over()).where(Checkin.workspace_id == reader.workspace_id)",
        f"{CHECKINS}/test_summaries.py::test_a_summary_in_a_private_channel_is_read_by_its_members_alone",
    ),
    _unfiltered(
        "history and export of check-ins",
        "checkins/history.py",
        "return checkin if checkin and permissions.may_read_answers(session, checkin, reader) else None",
        "return checkin",
        f"{CHECKINS}/test_summaries.py::test_a_summary_in_a_private_channel_is_read_by_its_members_alone",
    ),
    _unfiltered(
        "Home: requests",
        "home/requests.py",
        "found.where(permissions.visible_to(reader), wished)",
        "found.where(wished)",
        "tests/stories/test_home.py::test_what_is_private_is_neither_shown_nor_counted",
    ),
    _unfiltered(
        "digest: requests",
        "digests/requests.py",
        "Request.closed_at.is_(None), permissions.requests(scope.audience))",
        "Request.closed_at.is_(None))",
        AUDIENCE,
    ),
    _unfiltered(
        "digest: decisions",
        "digests/decisions.py",
        "select(Decision.id).where(mine, permissions.decisions(scope.audience))",
        "select(Decision.id).where(mine)",
        AUDIENCE,
    ),
    _unfiltered(
        "digest: check-ins",
        "digests/rounds.py",
        "Checkin.channel_id.in_(scope.homes), permissions.checkins(scope.audience))",
        "Checkin.channel_id.in_(scope.homes))",
        AUDIENCE,
    ),
    _unfiltered(
        "digest: areas",
        "digests/areas.py",
        "Area.retired_at.is_(None), permissions.areas(scope.audience))",
        "Area.retired_at.is_(None))",
        AUDIENCE,
    ),
)

MUTATIONS = (*DELIVERED, *STORED, *SEEN)

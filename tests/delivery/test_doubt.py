"""Nobody knows whether Slack has the message: it is looked for before it is posted again."""

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from delivery import claiming, settle
from delivery.worker import Worker
from sandbox.faults import Kind
from slackapp.models.outbox import Lane, Message, Progress
from slackapp.slack import client as slack_client
from slackapp.slack import history, posting
from slackapp.slack.outcomes import NotPosted, TooLate
from tests.delivery.office import Office

pytestmark = pytest.mark.anyio

LOST = [Kind.SERVER_ERROR, Kind.UNAVAILABLE, Kind.DROPS, Kind.TRUNCATED, Kind.HTML, Kind.ERROR]


@pytest.mark.parametrize("kind", LOST)
async def test_a_lost_answer_is_found_and_not_posted_twice(office: Office, kind: Kind) -> None:
    office.fails(kind, worked=True)
    office.says("one")
    office.says("two")
    await office.works(seconds=40)
    assert office.sees() == ["one", "two"]
    assert (office.states(), office.posts()) == (["sent", "sent"], 2)


@pytest.mark.parametrize("kind", LOST)
async def test_what_slack_never_took_is_posted_after_all(office: Office, kind: Kind) -> None:
    office.fails(kind, worked=False)
    office.says("one")
    office.says("two")
    await office.works(seconds=40)
    assert office.sees() == ["one", "two"]
    assert office.count_is_right()


async def test_a_yes_that_names_no_message_is_not_believed(office: Office) -> None:
    office.fails(Kind.SLOW, worked=False, seconds=0)
    office.says("one")
    await office.works(seconds=40)
    assert (office.sees(), office.states()) == (["one"], ["sent"])


async def test_an_answer_that_never_comes_is_not_waited_for(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(slack_client, "PATIENCE_SECONDS", 0.1)
    office.fails(Kind.HANGS, worked=True)
    office.says("one")
    await office.works(seconds=1)
    monkeypatch.undo()  # on a slow machine every call would be one that never comes
    await office.works(seconds=80)
    assert (office.sees(), office.states()) == (["one"], ["sent"])


async def test_nothing_overtakes_a_message_in_doubt(office: Office) -> None:
    office.fails(Kind.SERVER_ERROR, worked=False)
    office.says("one")
    office.says("two")
    await office.works(seconds=29)
    assert (office.sees(), office.states()) == ([], ["sending", "pending"])
    await office.works(seconds=10)
    assert office.sees() == ["one", "two"]


async def test_a_lost_line_is_found_in_its_thread(office: Office) -> None:
    card = office.shows("open")
    await office.works()
    office.fails(Kind.DROPS, worked=True)
    office.says("Jan accepted", thread=card)
    await office.works(seconds=40)
    assert office.sees() == ["open", "Jan accepted"]
    assert office.states() == ["sent", "sent"]


async def test_a_lost_card_is_found_and_then_updated(office: Office) -> None:
    office.fails(Kind.DROPS, worked=True)
    office.shows("open")
    await office.works(seconds=40)
    office.shows("accepted")
    await office.works()
    assert (office.sees(), office.posts()) == (["accepted"], 1)


async def test_a_lost_direct_message_is_found(office: Office) -> None:
    sanne = office.slack.person("Sanne de Vries")
    office.fails(Kind.DROPS, worked=True)
    office.says_to(sanne, "one")
    await office.works(seconds=40)
    assert (office.sees(office.direct(sanne)), office.states()) == (["one"], ["sent"])


async def test_an_update_in_doubt_is_simply_repeated(office: Office) -> None:
    office.shows("open")
    await office.works()
    office.fails(Kind.DROPS, "chat.update", worked=True)
    office.shows("accepted")
    await office.works()
    assert (office.sees(), office.states()) == (["accepted"], ["sent", "sent"])
    assert len(office.sandbox.record.calls("chat.update")) == 2


async def test_a_message_is_found_on_a_later_page(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "PAGE", 2)
    office.fails(Kind.DROPS, worked=True)
    office.says("one")
    await office.deliverer.once()
    jan = office.sandbox.visitor(office.slack.person("Jan Smit"))
    for number in range(5):
        await jan.types(office.design, f"small talk {number}")
    await office.works(seconds=40)
    assert (office.posts(), office.states()) == (1, ["sent"])


async def test_a_channel_that_cannot_be_read_now_is_read_later(office: Office) -> None:
    office.fails(Kind.DROPS, worked=True)
    office.fails(Kind.SERVER_ERROR, "conversations.history", times=2)
    office.says("one")
    await office.works(seconds=150)
    assert (office.sees(), office.states()) == (["one"], ["sent"])


async def test_without_the_history_scope_it_is_sent_again(office: Office) -> None:
    office.slack.installation.scopes = frozenset({"chat:write"})
    office.fails(Kind.DROPS, worked=False)
    office.says("one")
    await office.works(seconds=40)
    assert (office.sees(), office.states()) == (["one"], ["sent"])


async def test_without_the_history_scope_what_must_not_come_twice_is_held(office: Office) -> None:
    office.slack.installation.scopes = frozenset({"chat:write"})
    office.fails(Kind.DROPS, worked=True)
    office.says("one", kind="dear")
    office.says("two")
    await office.works(seconds=40)
    assert (office.sees(), office.states()) == (["one", "two"], ["dead", "sent"])
    assert "nobody can look" in office.rows()[0].error


async def test_a_message_in_doubt_whose_time_is_over_is_not_posted(office: Office) -> None:
    office.fails(Kind.DROPS, worked=False)
    office.says("the coffee is ready", expires_at=office.clock.now() + timedelta(seconds=20))
    await office.works(seconds=40)
    assert (office.sees(), office.states()) == ([], ["expired"])
    assert office.count_is_right()


async def test_a_second_copy_is_taken_away_and_the_card_is_the_first(office: Office) -> None:
    office.slack.history_lag = timedelta(seconds=60)
    office.fails(Kind.DROPS, worked=True)
    office.shows("open")
    await office.works(seconds=40)
    assert office.sees() == ["open", "open"]
    first = next(office.design.posted())
    await office.works(seconds=300)
    assert await office.sweeper.once() == 1
    office.shows("accepted")
    await office.works()
    assert [(each.text, each.ts) for each in office.design.posted()] == [("accepted", first.ts)]
    assert await office.sweeper.once() == 0


async def test_the_copy_whose_thread_has_begun_is_the_one_that_stays(office: Office) -> None:
    office.slack.history_lag = timedelta(seconds=60)
    office.fails(Kind.DROPS, worked=True)
    card = office.shows("open")
    office.says("Jan accepted", thread=card)
    await office.works(seconds=340)
    await office.sweeper.once()
    assert office.sees() == ["open", "Jan accepted"]


async def test_after_a_backup_is_restored_nothing_is_posted_again(office: Office) -> None:
    office.says("one")
    await office.works()
    office.clock.move(timedelta(days=1))
    office.database.run_now(_restore_yesterday)
    await office.works()
    assert (office.posts(), office.states()) == (1, ["sent"])


async def test_what_lay_long_because_nobody_worked_is_posted(office: Office) -> None:
    office.says("one")
    office.clock.move(timedelta(hours=1))
    await office.works()
    assert office.sees() == ["one"]


async def test_a_worker_that_was_frozen_after_its_claim_does_not_post(office: Office) -> None:
    office.says("one")
    claims = office.database.run_now(claiming.due, Worker("frozen", office.kinds()))
    office.clock.move(timedelta(seconds=6))
    outcome = await office.deliverer.outcome(claims[0])
    assert (outcome, office.sees()) == (TooLate(), [])


async def test_a_worker_that_died_after_its_claim_is_found_out(office: Office) -> None:
    office.says("one")
    office.database.run_now(claiming.due, Worker("killed", office.kinds()))
    assert office.states() == ["sending"]
    await office.works(seconds=85)
    assert office.sees() == []
    await office.works(seconds=10)
    assert (office.sees(), office.states()) == (["one"], ["sent"])


async def test_a_late_success_is_believed_although_the_lease_is_lost(office: Office) -> None:
    office.says("one")
    (claim,) = office.database.run_now(claiming.due, Worker("slow", office.kinds()))
    posted = await posting.post(office.client(office.id), claim.to, claim.content, key=claim.key)
    office.clock.move(timedelta(seconds=91))
    await office.reconciler.once()
    office.database.run_now(settle.settle, claim, posted)
    await office.works()
    assert (office.posts(), office.states()) == (1, ["sent"])
    assert office.count_is_right()


async def test_a_message_that_the_history_shows_late_is_not_posted_twice(office: Office) -> None:
    office.slack.history_lag = timedelta(seconds=20)
    office.fails(Kind.DROPS, worked=True)
    office.says("one")
    await office.works(seconds=60)
    assert (office.sees(), office.states()) == (["one"], ["sent"])


async def test_what_somebody_is_at_work_on_is_nobody_elses(office: Office) -> None:
    office.says("one")
    office.database.run_now(claiming.due, Worker("slow", office.kinds()))
    office.clock.move(timedelta(seconds=40))
    assert (await office.reconciler.once(), await office.deliverer.once()) == (0, 0)


async def test_a_worker_that_lost_its_lease_lets_nothing_go(office: Office) -> None:
    """What it has to say is about its own call, and another has the lane by now."""
    office.says("one")
    (late,) = office.database.run_now(claiming.due, Worker("slow", office.kinds()))
    office.clock.move(timedelta(seconds=91))
    assert office.database.run_now(claiming.doubtful, Worker("second", office.kinds()))
    office.database.run_now(settle.settle, late, NotPosted("refused"))
    lane = office.database.read_now(lambda session: session.scalars(select(Lane)).one())
    assert (office.states(), lane.owner) == (["sending"], "second")


def _restore_yesterday(session: Session) -> None:
    message, lane = session.scalars(select(Message)).one(), session.scalars(select(Lane)).one()
    message.state, message.attempts, message.payload = Progress.PENDING, 0, None
    message.first_attempt_at = message.attempt_at = message.sent_ts = None
    lane.pending = 1

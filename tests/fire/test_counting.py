"""What a fight counts: copies as Slack accepts them, faults that hit a call, and points that somebody came to."""

from datetime import timedelta
from random import Random

import pytest

from sandbox import Kind
from sandbox.faults import Faults
from sandbox.payload import Payload
from sandbox.record import ApiCall, Record
from tests.fire import copies, troubles
from tests.fire.clock import MONDAY_MORNING
from tests.fire.plan import Result
from tests.fire.troubles import Troubles

POST, SHARE, DELETE = "chat.postMessage", "files.completeUploadExternal", "chat.delete"


def test_a_second_copy_counts_although_it_was_swept_later() -> None:
    first, second = posted("a", ts="1"), posted("a", ts="2")
    record = of(first, posted("b", ts="3"), second, (DELETE, {"channel": "C1", "ts": "2"}, {"ok": True}))
    assert copies.second(record) == {("C1", "a"): 1}


def test_a_copy_that_slack_did_not_accept_is_none() -> None:
    refused = (POST, posted("a")[1], {"ok": False, "error": "ratelimited"})
    assert not copies.second(of(posted("a"), refused, posted("a", channel="C2"), posted(None), posted(None)))


def test_who_was_stopped_right_before_the_call_is_excused_once() -> None:
    record = of(posted("a"), posted("a"), posted("b"), posted("b"))
    assert copies.second(record, ["a"]) == {("C1", "b"): 1}
    assert copies.second(of(*[posted("a")] * 3), ["a"]) == {("C1", "a"): 1}


def test_files_that_are_shared_again_count_under_new_ids() -> None:
    record = of(shared("F1"), shared("F2"), shared("F3", title="Other"), shared("F4", channel=None))
    assert copies.second(record).total() == 1


def test_a_fault_counts_once_it_has_met_a_call() -> None:
    faults = Faults()
    slack = Troubles(faults, Random(1), seconds_between=0)
    slack.arm("chat.update")
    slack.arm("chat.postMessage")
    assert not slack.hits
    met = faults.next("chat.update", None)
    assert met
    assert slack.hits == {met.kind: 1}
    assert set(slack.unmet) == set(troubles.KINDS) - {met.kind}


def test_every_kind_of_fault_has_its_turn() -> None:
    faults = Faults()
    slack = Troubles(faults, Random(1), seconds_between=0)
    for _ in troubles.KINDS:
        slack.arm("chat.postMessage")
        faults.next("chat.postMessage", None)
    assert not slack.unmet
    assert Kind.HANGS not in slack.hits


@pytest.mark.parametrize(
    "lacking", [{"missed": ["after a post"]}, {"unfrozen": ["a"]}, {"idle": ["no call met this fault: 503"]}]
)
def test_what_was_planned_and_did_not_happen_is_no_proof(lacking: dict[str, list[str]]) -> None:
    assert Result("sqlite", 1, 1).is_well
    assert not Result("sqlite", 1, 1, **lacking).is_well  # type: ignore[arg-type]


Call = tuple[str, Payload, Payload]


def posted(key: str | None, *, channel: str = "C1", ts: str = "1") -> Call:
    metadata = {"event_type": "afspraak_message", "event_payload": {"key": key}} if key else None
    return POST, {"channel": channel, "metadata": metadata}, {"ok": True, "channel": channel, "ts": ts}


def shared(file: str, *, title: str = "All", channel: str | None = "D1") -> Call:
    args = {"files": [{"id": file, "title": title}], "channel_id": channel, "initial_comment": "Here it is"}
    return SHARE, args, {"ok": True}


def of(*calls: Call) -> Record:
    record = Record()
    for n, (method, args, answer) in enumerate(calls):
        at = MONDAY_MORNING + timedelta(seconds=n)
        record.made.append(ApiCall(at, method, None, args, 200, answer, done=bool(answer["ok"])))
    return record

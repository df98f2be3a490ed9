"""A button may be older than the app, and its value forged: that is refused in words, and is never our failure."""

import json
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sandbox.channels import Channel
from sandbox.parcel import Parcel
from sandbox.payload import Payload
from sandbox.payloads import interactions
from sandbox.short_lived import Address
from slackapp.slack import listeners
from slackapp.slack.listeners import PayloadKind
from tests.logged import Log
from tests.stories.driver import House, Person

WORDS = (
    "show",
    "agree",
    "submit",
    "decide",
    "silence",
    "change",
    "record",
    "mine",
    "team",
    "all",
    "adrift",
    "requests",
)
NUMBERS = ("", "0", "1", "2", "-1", "x", "1.5", "1_0", "٣", " 1", "99999999999999999999", "9" * 400)
DAYS = ("2026-11-24", "2026-13-45", "0001-01-01", "9999-12-31", "today")
WHOLE = (
    *NUMBERS,
    *DAYS,
    "[]",
    "[1]",
    "{}",
    "[" * 2000,
    json.dumps(["a", 1, "U1", "decided", "", "", 0]),
    json.dumps(["a", None, None, "nonsense", None, None, -1]),
    json.dumps([None, "x", 5, 1, 2, 3, "p"]),
    "1:attention:0",
    "1:attention:-1",
    "1:nonsense:0",
    "😀",
)
SHAPED = (
    *(f"{word}:{number}" for word in ("show", "agree", "submit", "silence", "change") for number in ("1", "x")),
    *(f"{word}|{page}|{of}" for word in ("mine", "team", "nonsense") for page in ("0", "-1") for of in ("", "x")),
    *(f"1:{day}" for day in DAYS),
    "1:99999",
    "requests|-5",
)
EVERY = (*WHOLE, *SHAPED)
PART = st.sampled_from([*WORDS, *NUMBERS, *DAYS]) | st.text(max_size=5)
JOINED = st.builds(lambda parts, sign: sign.join(parts), st.lists(PART, min_size=1, max_size=4), st.sampled_from(":|,"))
VALUES = st.sampled_from(WHOLE) | JOINED | st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=20)
ON_ONE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


class Forger:
    """Somebody who sends what no button of theirs holds, from a message, a page and the Home."""

    def __init__(self, person: Person, channel: Channel) -> None:
        self.person, self.channel = person, channel
        self.message = person.says("Hello", channel)
        person.opens_home()
        self.sent = count(1)

    def press(self, name: str, value: str, place: int) -> Payload:
        visitor, number = self.person.visitor, next(self.sent)
        action = {"action_id": name, "block_id": "b", "action_ts": f"{number}.000000"} | chosen(value, number)
        if place == 0:
            address = Address(self.person.id, self.channel.id, visitor.sandbox.clock.now(), self.message.ts)
            url = visitor.response_url(address)
            return interactions.action_in_message(
                visitor.workspace, visitor.person, self.message, action=action, values={}, response_url=url
            )
        view = visitor.workspace.homes[self.person.id] if place == 1 else visitor.modal
        return interactions.action_in_view(visitor.workspace, visitor.person, view, action=action)

    def sends(self, name: str, value: str, place: int) -> None:
        if place == 2 and not self.person.visitor.has_modal:
            self.person.types("/teams")
        payload = self.press(name, value, place)
        ack = self.person.house.loop.run(self.person.visitor.send(Parcel("interactive", payload)))
        assert ack.is_ok, (name, value, place, ack)


def chosen(value: str, number: int) -> Payload:
    """A button, an overflow menu and a select by turns, whatever stands there: each has its value elsewhere."""
    kind = ("button", "overflow", "static_select")[number % 3]
    if kind == "button":
        return {"type": kind, "value": value}
    return {"type": kind, "selected_option": {"text": {"type": "plain_text", "text": "x"}, "value": value}}


@pytest.fixture
def forger(house: House) -> Forger:
    """Of a team that has made and got a request, and owns an area; with a decision and a check-in."""
    jan = house.person("Jan Smit")
    design = house.channel("design", [jan])
    house.team("Design", lead=jan, channel=design)
    jan.types("/request")
    jan.fills(team="Design", title="A banner", why="The launch", needed_by="2026-11-30").submits()
    jan.types("/decision We close at four")
    jan.fills(text="From May on", decider=jan, teams="Design").submits()
    jan.types("/owner add Payments")
    jan.fills(team="Design", owner=jan).submits()
    jan.types("/checkin new")
    jan.fills(name="Weekly", people=[jan], channel=design, first_day="2026-11-25").submits()
    jan.closes()
    return Forger(jan, design)


def presses() -> list[str]:
    return sorted(name for entrance, name in listeners.table() if entrance is PayloadKind.PRESS)


@ON_ONE
def test_every_button_refuses_in_words_what_it_cannot_read(forger: Forger, log: Log) -> None:
    for index, name in enumerate(presses()):
        forger.sends(name, EVERY[7 * index % len(EVERY)], index % 3)
    assert "handler failed" not in log.text, log.text[-3000:]


@given(data=st.data())
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@ON_ONE
def test_no_forged_value_of_any_button_is_a_failure_of_ours(forger: Forger, log: Log, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(presses()))
    forger.sends(name, data.draw(VALUES), data.draw(st.integers(0, 2)))
    assert "handler failed" not in log.text, log.text[-3000:]


@pytest.mark.parametrize("value", ["nonsense|0|", "team|0|x", "mine|-1|", "mine|9999999999999999999|", "mine", "|||"])
def test_a_list_that_never_was_one_is_refused_in_words(forger: Forger, value: str) -> None:
    forger.sends("request.list", value, 0)
    seen = forger.person.sees(forger.channel)
    assert "This is from an older version, or it has changed since." in seen
    assert "Something went wrong" not in seen


@ON_ONE
def test_a_form_of_an_older_version_is_refused_in_words(forger: Forger) -> None:
    jan = forger.person
    jan.types("/request R-1")
    jan.presses("Decline")
    jan.visitor.modal.body["private_metadata"] = "{}"
    jan.fills(reason="No time").submits()
    assert "This is from an older version" in " ".join(jan.errors.values())

"""What an outsider, or a Slack that has gone mad, sends to the request URL: turned away with one line of log."""

import asyncio
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.requests import Request

from sandbox.parcel import Parcel
from slackapp.clock import SystemClock
from slackapp.slack.guard import Guard, Unwelcome
from slackapp.slack.http import PATH
from tests.logged import Log
from tests.stories.driver import House
from tests.stories.driver.opening import SECRET
from tests.stories.driver.signed import FORM, JSON, envelope, posts

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
"""What no database sees is told once."""
TEAM, USER = {"id": "T0SB000001", "domain": "sandbox"}, {"id": "U1", "team_id": "T0SB000001"}
DEEP = "[" * 100_000 + "]" * 100_000
VIEW: dict[str, Any] = {
    "id": "V1",
    "team_id": "T0SB000001",
    "type": "modal",
    "callback_id": "no.such",
    "private_metadata": "",
    "hash": "1.abc",
    "blocks": [{"type": "input", "block_id": "name"}],
    "state": {"values": {"name": {"name": {"type": "plain_text_input", "value": "Design"}}}},
    "root_view_id": "V1",
    "previous_view_id": None,
    "app_installed_team_id": "T0SB000001",
}
ACTION = {"action_id": "no.such", "block_id": "b", "type": "button", "value": "1", "action_ts": "1.1"}
KINDS: dict[str, dict[str, Any]] = {
    "press on a page": {"type": "block_actions", "trigger_id": "1.1", "actions": [ACTION], "view": VIEW},
    "submission": {"type": "view_submission", "view": VIEW},
    "closed": {"type": "view_closed", "view": VIEW, "is_cleared": False},
    "search": {"type": "block_suggestion", "action_id": "no.such", "block_id": "b", "value": "x", "view": VIEW},
    "shortcut": {"type": "shortcut", "callback_id": "no.such", "trigger_id": "1.1", "action_ts": "1.1"},
}


def interaction(**about: Any) -> dict[str, Any]:
    return {"team": TEAM, "user": USER, "api_app_id": "A1", "enterprise": None, "is_enterprise_install": False} | about


def sends(house: House, payload: Any) -> int:
    return posts(house, json.dumps(payload), content_type=JSON)


@pytest.fixture
def quiet(house: House, log: Log) -> Iterator[House]:
    """A house in which nothing may end in a trace."""
    yield house
    assert "Traceback" not in log.text


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"timestamp": "9" * 400}, "no timestamp"),
        ({"timestamp": "9" * 5000}, "no timestamp"),
        ({"timestamp": "99999999999"}, "old timestamp"),
        ({"signature": "v0=é"}, "wrong signature"),
        ({"signature": ""}, "wrong signature"),
        ({"signature": "v0=" + "0" * 64}, "wrong signature"),
    ],
)
def test_a_forged_header_is_one_line_and_not_quoted(
    quiet: House, log: Log, changed: dict[str, str], reason: str
) -> None:
    assert posts(quiet, "payload={}", **changed) == 401
    assert log.named("request turned away")["reason"] == reason
    assert not any(value in log.text for value in changed.values() if value)


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (DEEP, JSON),
        ('{"type": "event_callback", "event": ' + DEEP + "}", JSON),
        ("payload=" + DEEP, FORM),
        ("&".join(["a=b"] * 2), FORM),
        ("payload=" + "9" * 5000, FORM),
    ],
)
def test_json_without_end_is_broken_and_no_more(quiet: House, log: Log, body: str, content_type: str) -> None:
    assert posts(quiet, body, content_type=content_type) == 400
    assert log.named("request turned away")["reason"] == "broken payload"


@pytest.mark.parametrize(
    "payload",
    [
        [],
        {"type": "event_callback", "team_id": "T0SB000001", "event": "soon"},
        {"type": "event_callback", "team_id": "T0SB000001", "event": {}},
        {"type": "event_callback", "team_id": "T0SB000001", "event_id": "Ev1", "event": {"type": ["channel_archive"]}},
        {"type": "event_callback", "team_id": ["T0SB000001"], "event_id": "Ev1", "event": {"type": "team_rename"}},
        {"type": "event_callback", "authorizations": 3, "event": {"type": "team_rename"}},
        {"type": "no_such_type", "team": 5},
        {"type": "no_such_type", "user": 5},
        interaction(type="block_actions"),
        interaction(type="block_actions", trigger_id="1.1", view=VIEW, actions=[]),
        interaction(type="block_actions", trigger_id="1.1", actions=[ACTION]),
        interaction(type="view_submission"),
        interaction(type="view_submission", view={}),
        interaction(type="view_submission", view={**VIEW, "private_metadata": "[" * 2000}),
        interaction(type="view_submission", view=VIEW) | {"user": None},
        interaction(type="view_submission", view=VIEW) | {"user": {"id": "U1\x00"}},
        {"command": "/teams", "team_id": "T0SB000001"},
    ],
)
def test_what_is_signed_and_misshapen_is_turned_away(quiet: House, log: Log, payload: Any) -> None:
    assert sends(quiet, payload) == 400
    assert log.named("request turned away")["reason"] == "broken payload"


@pytest.mark.parametrize("connection", ["socket"])
def test_over_a_socket_it_is_turned_away_too(quiet: House, log: Log, connection: str) -> None:
    quiet.sandbox.socket.patience = 0.1
    misshapen = {"type": "event_callback", "team_id": "T0SB000001", "event": "soon"}
    assert not quiet.loop.run(quiet.sandbox.socket.send(Parcel("events_api", misshapen))).is_ok
    quiet.loop.run(_written(log, "request turned away"))


async def _written(log: Log, event: str) -> None:
    async with asyncio.timeout(60):
        while event not in log.text:  # noqa: ASYNC110 - a log sets no event
            await asyncio.sleep(0.01)


def test_a_body_that_breaks_off_on_the_way_is_one_line(quiet: House, log: Log) -> None:
    """Over a real connection, through uvicorn."""
    quiet.loop.run(_breaks_off(quiet))
    quiet.loop.run(_written(log, "request turned away"))
    assert log.named("request turned away")["reason"] == "aborted"


async def _breaks_off(house: House) -> None:
    _, writer = await asyncio.open_connection("127.0.0.1", int(house.address.rpartition(":")[2]))
    headers = {"Host": "afspraak", "Content-Length": "100", **_headers()}
    lines = [f"POST {PATH} HTTP/1.1", *(f"{name}: {value}" for name, value in headers.items()), "", "payload="]
    writer.write("\r\n".join(lines).encode())
    await writer.drain()
    writer.close()


def test_the_last_words_of_another_workspace_are_not_ours(quiet: House, log: Log) -> None:
    told = envelope(quiet, {"type": "app_uninstalled"}) | {"team_id": "T0ELSE", "authorizations": []}
    assert sends(quiet, told) == 200
    assert "the app was removed" not in log.text


def test_a_command_may_speak_of_a_payload(house: House) -> None:
    """Bolt itself would look for JSON in it, find none, and answer nothing."""
    jan = house.person("Jan Smit")
    design = house.channel("design", [jan])
    jan.types("/teams payload", design)
    assert "payload" in jan.sees(design)


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
SHAPE_ERRORS = re.compile(r"(Key|Type|Attribute|Index|Value|Lookup|Recursion|Data)Error")
OTHERS = ("interactive_message", "dialog_submission", "dialog_suggestion", "workflow_step_edit", "url_verification")
EVENT_SAMPLES: list[dict[str, Any]] = [
    *({"type": kind, "channel": "C1", "user": "U1", "event_ts": "1.1"} for kind in ("channel_archive", "group_left")),
    {"type": "member_left_channel", "channel": "C1", "user": "U1", "team": "T0SB000001"},
    {"type": "channel_rename", "channel": {"id": "C1", "name": "new", "created": 1}},
    {"type": "channel_id_changed", "old_channel_id": "C1", "new_channel_id": "C2"},
    {"type": "subteam_members_changed", "subteam_id": "S1", "added_users": ["U1"], "removed_users": []},
    {"type": "tokens_revoked", "tokens": {"oauth": [], "bot": []}},
    {"type": "message", "channel": "C1", "user": "U1", "text": "hi", "previous_message": {"user": "U1"}},
]


@st.composite
def misshapen(draw: st.DrawFn) -> tuple[int, list[tuple[list[int], Any]]]:
    """Which sample, and where it is broken: each place by the turns to take there."""
    turns = st.lists(st.integers(0, 20), min_size=1, max_size=4)
    return draw(st.integers(0, 100)), draw(st.lists(st.tuples(turns, ANYTHING | st.just(...)), min_size=1, max_size=3))


def broken(payload: Any, turns: list[int], value: Any) -> Any:
    """The payload with one place in it replaced, or left out for an ellipsis."""
    if not turns or not isinstance(payload, dict | list) or not payload:
        return None if value is ... else value
    keys = list(payload) if isinstance(payload, dict) else list(range(len(payload)))
    key = keys[turns[0] % len(keys)]
    whole = dict(enumerate(payload)) if isinstance(payload, list) else dict(payload)
    if len(turns) == 1 and value is ...:
        del whole[key]
    else:
        whole[key] = broken(whole[key], turns[1:], value)
    return list(whole.values()) if isinstance(payload, list) else whole


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(what=misshapen())
def test_no_signed_body_of_a_wrong_shape_is_ever_a_failure(
    house: House, log: Log, what: tuple[int, list[tuple[list[int], Any]]]
) -> None:
    log.stream.truncate(log.stream.seek(0))
    samples = [interaction(**about) for about in KINDS.values()]
    samples += [interaction(type=kind, callback_id="x", view=VIEW) for kind in OTHERS]
    samples += [envelope(house, event, what[0]) for event in EVENT_SAMPLES]
    payload = samples[what[0] % len(samples)]
    for turns, value in what[1]:
        payload = broken(payload, turns, value)
    before = opened(house)
    # A trigger that was broken is what Slack refuses: there is nowhere to tell anything.
    assert sends(house, payload) in {200, 400, 404} or opened(house) > before
    assert not SHAPE_ERRORS.search(log.text)


def opened(house: House) -> int:
    """How often the app tried to open something."""
    return sum(len(house.sandbox.record.calls(f"views.{what}")) for what in ("open", "push"))


def _headers() -> dict[str, str]:
    """Those of a request whose body has still to show whether it is Slack's."""
    return {
        "x-slack-signature": "v0=" + "0" * 64,
        "x-slack-request-timestamp": f"{SystemClock().now().timestamp():.0f}",
    }


def told(*, patience: float, receive: Any) -> Unwelcome:
    """What the guard says of a request whose body comes in this way."""
    raw = [(name.encode(), value.encode()) for name, value in _headers().items()]
    request = Request({"type": "http", "method": "POST", "headers": raw}, receive)
    with pytest.raises(Unwelcome) as turned_away:
        asyncio.run(Guard(SECRET, patience).admit(request))
    return turned_away.value


def test_a_body_that_does_not_come_is_not_waited_for(database_url: str) -> None:
    async def never() -> Any:
        await asyncio.Event().wait()

    assert told(patience=0, receive=never).status == 408


def test_a_body_that_breaks_off_is_no_failure(database_url: str) -> None:
    async def gone() -> Any:
        return {"type": "http.disconnect"}

    assert told(patience=5, receive=gone).reason == "aborted"

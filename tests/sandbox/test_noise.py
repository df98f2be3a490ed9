"""The random mode: odd, and the same for the same seed."""

from typing import Any

import pytest

from sandbox import Kind
from sandbox.noise import PACES, Noise
from sandbox.parcel import Ack, Parcel
from tests.sandbox.conftest import Polder

pytestmark = pytest.mark.anyio
OK = 200


class Listener:
    """Takes whatever comes."""

    def __init__(self) -> None:
        self.heard: list[dict[str, Any]] = []

    async def send(self, parcel: Parcel) -> Ack:
        self.heard.append(parcel.payload)
        return Ack(OK)


async def heard(polder: Polder, seed: int) -> list[dict[str, Any]]:
    listener = polder.sandbox.route = Listener()
    polder.sandbox.noise = Noise(seed)
    for _ in range(30):
        await polder.jan.writes(polder.design, "Hello")
        await polder.sandbox.deliver(Parcel("events_api", {"type": "event_callback", "event": {"type": "message"}}))
    return listener.heard


async def test_odd_events_come_between_and_old_ones_again(polder: Polder) -> None:
    kinds = [each["event"]["type"] for each in await heard(polder, 3)]
    assert {"user_change", "subteam_updated", "member_joined_channel", "channel_id_changed"} <= set(kinds)
    assert kinds.count("message") > 60


async def test_the_other_organisation_stands_outside_and_ours_in_the_authorization(polder: Polder) -> None:
    envelopes = [each for each in await heard(polder, 3) if each.get("is_ext_shared_channel")]
    assert envelopes
    assert {each["team_id"] for each in envelopes} == {"T0ELSEWHERE"}
    assert {each["authorizations"][0]["team_id"] for each in envelopes} == {polder.workspace.id}


async def test_fields_that_no_reference_names_stand_in_what_comes(polder: Polder) -> None:
    assert sum("a_field_of_tomorrow" in str(each) for each in await heard(polder, 3)) > 60


async def test_odd_accounts_are_listed_once(polder: Polder) -> None:
    polder.sandbox.noise = Noise(1)
    await polder.client.users_list()
    listed = (await polder.client.users_list(include_locale=True))["members"]
    odd = [each for each in listed if each["id"].startswith("W0ODD")]
    assert len(odd) == 7
    assert {"America/Newtown", None, 5} <= {each.get("tz") if "tz" in each else "left out" for each in odd}


async def test_a_message_has_to_wait_now_and_then_which_is_said_in_odd_words(polder: Polder) -> None:
    await heard(polder, 3)
    [slow] = polder.sandbox.faults.waiting
    assert (slow.method, slow.kind) == ("chat.postMessage", Kind.TOO_FAST)
    assert slow.retry_after in PACES

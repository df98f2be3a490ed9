"""What happens in a workspace, and who is told."""

import pytest

from tests.sandbox.conftest import Polder

pytestmark = pytest.mark.anyio


def told(polder: Polder, kind: str) -> list[dict[str, object]]:
    return [parcel.payload["event"] for parcel in polder.sandbox.record.parcels(kind)]


async def test_message_in_a_channel_without_the_app_stays_there(polder: Polder) -> None:
    await polder.jan.types(polder.secret, "Between us")
    assert told(polder, "message") == []
    assert polder.sanne.sees(polder.secret) == []
    assert polder.jan.sees(polder.secret) == ["Between us"]


async def test_rename_archive_and_new_id_of_a_channel(polder: Polder) -> None:
    happenings, old = polder.sandbox.happenings, polder.design.id
    await happenings.renames(polder.design, "design-and-research")
    await happenings.archives(polder.design)
    await happenings.changes_id(polder.design)
    assert told(polder, "channel_rename")[0]["channel"]["name"] == "design-and-research"  # type: ignore[index]
    assert told(polder, "channel_archive")[0]["channel"] == old
    assert told(polder, "channel_id_changed")[0]["new_channel_id"] == polder.design.id


async def test_person_is_deactivated(polder: Polder) -> None:
    await polder.sandbox.happenings.changes(polder.jan.person, deleted=True)
    assert told(polder, "user_change")[0]["user"]["deleted"] is True  # type: ignore[index]


async def test_group_gets_other_members(polder: Polder) -> None:
    group = polder.workspace.group("design-team", [polder.jan.person])
    await polder.sandbox.happenings.changes_group(group, [polder.sanne.person.id])
    event = told(polder, "subteam_members_changed")[0]
    assert event["added_users"] == [polder.sanne.person.id]
    assert event["removed_users"] == [polder.jan.person.id]


async def test_reaction_is_told_and_seen(polder: Polder) -> None:
    message = await polder.jan.writes(polder.design, "Done?")
    await polder.sanne.reacts(message, "eyes")
    assert told(polder, "reaction_added")[0]["reaction"] == "eyes"
    assert polder.jan.sees(polder.design) == ["Done?\n👀 1"]
    await polder.sanne.takes_back(message, "eyes")
    assert polder.jan.sees(polder.design) == ["Done?"]


async def test_nothing_is_told_that_was_not_subscribed_to(polder: Polder) -> None:
    polder.sandbox.manifest.is_given = True
    await polder.jan.types(polder.design, "Hello")
    assert told(polder, "message") == []


async def test_guest_sees_only_the_channels_they_are_in(polder: Polder) -> None:
    guest = polder.sandbox.visitor(polder.workspace.person("Gus Visser", is_guest=True))
    await polder.jan.types(polder.design, "Hello")
    assert guest.sees(polder.design) == []
    await polder.jan.invites(guest.person, polder.design)
    assert guest.sees(polder.design) == ["Hello"]

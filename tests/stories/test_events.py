"""Every event to which the app subscribes, in the shape of Slack's own reference, through the signed door."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from sqlalchemy import select

from runtime import registry
from sandbox.channels import Channel as Room
from sandbox.groups import Group
from slackapp.models.people import Channel, ChannelMember, Person, UserGroup, UserGroupMember
from slackapp.models.workspaces import Workspace
from slackapp.slack.manifest import manifest
from tests.logged import Log
from tests.stories.driver import House
from tests.stories.driver import Person as Somebody
from tests.stories.driver.signed import tells

EVENT_TS = "1361482916.000003"


@dataclass
class Office:
    """Who and what the events are about, and what the app knows of them."""

    house: House
    log: Log
    jan: Somebody
    ana: Somebody
    design: Room
    secret: Room
    group: Group

    def knows(self, row: type[Any], **about: str) -> Any:
        """The row of this thing; None where there is none."""
        wanted = [getattr(row, name) == value for name, value in about.items()]
        return self.house.app.database.read_now(lambda session: session.scalar(select(row).where(*wanted)))

    def channel(self, room: Room) -> Any:
        return self.knows(Channel, channel_id=room.id)

    def is_inside(self, room: Room, who: Somebody) -> bool:
        return self.knows(ChannelMember, channel_id=room.id, user_id=who.id) is not None


@pytest.fixture
def office(house: House, log: Log) -> Office:
    jan, ana = house.person("Jan Smit"), house.person("Ana")
    design, secret = house.channel("design", [jan]), house.channel("secret", [jan], private=True)
    group = house.group("design-team", [jan])
    house.team("Design", lead=jan, channel=design)
    return Office(house, log, jan, ana, design, secret, group)


def _user(office: Office, **changed: Any) -> dict[str, Any]:
    return {
        "id": office.ana.id,
        "team_id": office.house.workspace.id,
        "name": "ana",
        "deleted": False,
        "color": "9f69e7",
        "real_name": "Ana",
        "tz": "America/Los_Angeles",
        "tz_label": "Pacific Daylight Time",
        "tz_offset": -25200,
        "profile": {"real_name": "Ana", "display_name": "ana", "status_text": "", "status_emoji": ""},
        "is_admin": False,
        "is_owner": False,
        "is_primary_owner": False,
        "is_restricted": False,
        "is_ultra_restricted": False,
        "is_bot": False,
        "is_app_user": False,
        "updated": 1630091246,
        "is_email_confirmed": True,
        "who_can_share_contact_card": "EVERYONE",
        "locale": "en-US",
    } | changed


def _subteam(office: Office, **changed: Any) -> dict[str, Any]:
    return {
        "id": "S0615G0KT",
        "team_id": office.house.workspace.id,
        "is_usergroup": True,
        "name": "Marketing Team",
        "description": "Marketing gurus, PR experts and product advocates.",
        "handle": "marketing-team",
        "is_external": False,
        "date_create": 1446746793,
        "date_update": 1446746793,
        "date_delete": 0,
        "auto_type": None,
        "created_by": office.jan.id,
        "updated_by": office.jan.id,
        "deleted_by": None,
        "prefs": {"channels": [], "groups": []},
        "users": [office.jan.id],
        "user_count": "1",
    } | changed


Sample = Callable[[Office], dict[str, Any]]
Seen = Callable[[Office], bool]

SAMPLES: dict[str, tuple[Sample, Seen]] = {
    "app_home_opened": (
        lambda o: {"user": o.jan.id, "channel": o.jan.visitor.app.id, "event_ts": "1515449522000016", "tab": "home"},
        lambda o: bool(o.jan.home),
    ),
    "app_uninstalled": (
        lambda _: {},
        lambda o: o.log.named("the app was removed")["kind"] == "app_uninstalled",
    ),
    "tokens_revoked": (
        lambda _: {"tokens": {"oauth": ["OUXXXXXXXX"], "bot": ["BUXXXXXXXX"]}},
        lambda o: o.log.named("the app was removed")["kind"] == "tokens_revoked",
    ),
    "channel_archive": (
        lambda o: {"channel": o.design.id, "user": o.jan.id, "is_moved": 0, "event_ts": EVENT_TS},
        lambda o: o.channel(o.design).is_archived,
    ),
    "channel_unarchive": (
        lambda o: {"channel": o.design.id, "user": o.jan.id, "event_ts": EVENT_TS},
        lambda o: not o.channel(o.design).is_archived,
    ),
    "channel_created": (
        lambda o: {"channel": {"id": "C024BE91L", "name": "fun", "created": 1360782804, "creator": o.jan.id}},
        lambda o: o.knows(Channel, channel_id="C024BE91L").name == "fun",
    ),
    "channel_deleted": (
        lambda o: {"channel": o.design.id, "actor_id": o.jan.id, "event_ts": EVENT_TS},
        lambda o: o.channel(o.design) is None,
    ),
    "channel_id_changed": (
        lambda o: {"old_channel_id": o.design.id, "new_channel_id": "C012Y48650T", "event_ts": EVENT_TS},
        lambda o: o.knows(Channel, channel_id="C012Y48650T").name == "design",
    ),
    "channel_left": (
        lambda o: {"channel": o.design.id, "actor_id": o.jan.id, "event_ts": EVENT_TS},
        lambda o: not o.channel(o.design).has_app,
    ),
    "channel_rename": (
        lambda o: {"channel": {"id": o.design.id, "name": "new_name", "created": 1360782804}},
        lambda o: o.channel(o.design).name == "new_name",
    ),
    "channel_shared": (
        lambda o: {"connected_team_id": "E163Q94DX", "channel": o.design.id, "event_ts": EVENT_TS},
        lambda o: o.channel(o.design).is_shared,
    ),
    "channel_unshared": (
        lambda o: {
            "previously_connected_team_id": "E163Q94DX",
            "channel": o.design.id,
            "is_ext_shared": False,
            "event_ts": EVENT_TS,
        },
        lambda o: not o.channel(o.design).is_shared,
    ),
    "group_archive": (
        lambda o: {"channel": o.secret.id, "user": o.jan.id, "is_moved": 0, "event_ts": EVENT_TS},
        lambda o: o.channel(o.secret).is_archived,
    ),
    "group_unarchive": (
        lambda o: {"channel": o.secret.id, "user": o.jan.id, "event_ts": EVENT_TS},
        lambda o: not o.channel(o.secret).is_archived,
    ),
    "group_deleted": (
        lambda o: {"channel": o.secret.id, "date_deleted": 1757444801, "actor_id": o.jan.id, "event_ts": EVENT_TS},
        lambda o: o.channel(o.secret) is None,
    ),
    "group_left": (
        lambda o: {"channel": o.secret.id, "actor_id": o.jan.id, "event_ts": EVENT_TS},
        lambda o: not o.channel(o.secret).has_app and not o.is_inside(o.secret, o.jan),
    ),
    "group_rename": (
        lambda o: {"channel": {"id": o.secret.id, "name": "new_name", "created": 1360782804}},
        lambda o: o.channel(o.secret).name == "new_name",
    ),
    "member_joined_channel": (
        lambda o: {
            "user": o.ana.id,
            "channel": o.secret.id,
            "channel_type": "G",
            "team": o.house.workspace.id,
            "inviter": o.jan.id,
            "enterprise": None,
            "event_ts": EVENT_TS,
        },
        lambda o: o.is_inside(o.secret, o.ana),
    ),
    "member_left_channel": (
        lambda o: {
            "user": o.jan.id,
            "channel": o.secret.id,
            "channel_type": "G",
            "team": o.house.workspace.id,
            "event_ts": EVENT_TS,
        },
        lambda o: not o.is_inside(o.secret, o.jan),
    ),
    "subteam_created": (
        lambda o: {"subteam": _subteam(o), "event_ts": EVENT_TS},
        lambda o: o.knows(UserGroup, group_id="S0615G0KT").handle == "marketing-team",
    ),
    "subteam_updated": (
        lambda o: {"subteam": _subteam(o, id=o.group.id, handle="renamed"), "event_ts": EVENT_TS},
        lambda o: o.knows(UserGroup, group_id=o.group.id).handle == "renamed",
    ),
    "subteam_members_changed": (
        lambda o: {
            "subteam_id": o.group.id,
            "team_id": o.house.workspace.id,
            "date_previous_update": 1446670362,
            "date_update": 1624473600,
            "added_users": [o.ana.id],
            "added_users_count": "1",
            "removed_users": [o.jan.id],
            "removed_users_count": "1",
            "event_ts": EVENT_TS,
        },
        lambda o: (
            [o.knows(UserGroupMember, group_id=o.group.id, user_id=who.id) is not None for who in (o.jan, o.ana)]
            == [False, True]
        ),
    ),
    "team_join": (
        lambda o: {"user": _user(o, id="W012A3CDE", name="spengler", profile={}), "event_ts": EVENT_TS},
        lambda o: o.knows(Person, user_id="W012A3CDE") is not None,
    ),
    "team_rename": (
        lambda _: {"name": "New Team Name Inc.", "team_id": "T123ABC456"},
        lambda o: o.knows(Workspace).name == "New Team Name Inc.",
    ),
    "user_change": (
        lambda o: {"user": _user(o, is_restricted=True), "cache_ts": 1630091247, "event_ts": EVENT_TS},
        lambda o: o.knows(Person, user_id=o.ana.id).is_guest,
    ),
}


def test_there_is_a_sample_of_every_event() -> None:
    registry.open_doors()
    assert set(SAMPLES) == set(manifest()["settings"]["event_subscriptions"]["bot_events"])


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("kind", SAMPLES)
def test_an_event_as_slack_sends_it_is_taken_and_followed(office: Office, kind: str) -> None:
    sample, is_seen = SAMPLES[kind]
    if kind.endswith("_unarchive"):
        assert tells(office.house, {"type": kind.replace("_un", "_"), **sample(office)}, 2) == 200
    if kind == "channel_unshared":
        assert tells(office.house, {"type": "channel_shared", **sample(office)}, 2) == 200
    assert tells(office.house, {"type": kind, **sample(office)}) == 200
    assert is_seen(office)

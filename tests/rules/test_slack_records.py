"""People, channels and groups as Slack writes them, whatever stands in their fields."""

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slackapp import zones
from slackapp.ids import SlackTeamId
from slackapp.slack import fields, records

HOME = SlackTeamId("T1")
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=300),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)
NAMES = [
    "name",
    "real_name",
    "tz",
    "tz_offset",
    "locale",
    "is_admin",
    "is_restricted",
    "is_stranger",
    "is_bot",
    "deleted",
    "profile",
    "team_id",
]
PROFILE = ["display_name", "real_name", "team", "status_emoji", "status_expiration"]
OBJECTS = st.fixed_dictionaries(
    {"id": st.just("U1")},
    optional={
        **dict.fromkeys([*NAMES, "enterprise_user", "users", "handle", "date_delete", "is_private"], ANYTHING),
        "profile": ANYTHING | st.fixed_dictionaries({}, optional=dict.fromkeys(PROFILE, ANYTHING)),
    },
)


def account(**about: Any) -> Any:
    return records.account({"id": "U1", **about}, HOME)


def test_somebody_of_another_workspace_is_a_stranger() -> None:
    assert account(team_id="T2").is_stranger
    assert not account(team_id="T1").is_stranger


def test_somebody_of_the_same_grid_is_no_stranger() -> None:
    assert not account(team_id="T2", enterprise_user={"teams": ["T2", "T1"]}).is_stranger


@pytest.mark.parametrize("about", [{}, {"team_id": None}, {"team_id": 5}, {"profile": {"team": ""}}])
def test_who_does_not_say_where_they_belong_is_not_taken_for_one_of_us(about: dict[str, Any]) -> None:
    assert account(**about).is_stranger is None


def test_where_they_belong_may_stand_in_the_profile_alone() -> None:
    assert account(profile={"team": "T2"}).is_stranger


def test_the_name_is_the_one_that_people_see() -> None:
    named = {"name": "jsmit", "profile": {"display_name": "", "real_name": "Jan Smit"}}
    assert account(**named).name == "Jan Smit"
    assert account().name == "U1"
    assert account(name="\u200b\ufeff", real_name="Jos\u0065\u0301 \x00 \ud83d").name == "Jos\u00e9"


@pytest.mark.parametrize(
    ("tz", "tz_offset", "zone"),
    [
        ("Europe/Amsterdam", 0, "Europe/Amsterdam"),
        ("America/Newtown", -18000, "Etc/GMT+5"),
        (None, 19800, "Asia/Kolkata"),
        ("", 7200, "Etc/GMT-2"),
        (5, 0, "Etc/UTC"),
        ("../x", "3600", None),
        ("x" * 300, None, None),
        ("localtime", 10**9, None),
        (["Europe/Paris"], True, None),
    ],
)
def test_a_zone_that_no_clock_has_is_one_of_the_same_difference(tz: object, tz_offset: object, zone: str) -> None:
    assert account(tz=tz, tz_offset=tz_offset).tz == zone


@pytest.mark.parametrize(
    ("locale", "known"), [("nl-NL", "nl-NL"), (None, None), (7, None), ("", None), ("x" * 40, None), ("n\x00", None)]
)
def test_a_language_that_is_none_is_not_told(locale: object, known: str | None) -> None:
    assert account(locale=locale).locale == known


@pytest.mark.parametrize("until", [None, 0, -5, "x", 10**18, True, [], float("nan")])
def test_a_status_that_ends_never_or_at_no_moment_has_no_end(until: object) -> None:
    assert account(profile={"status_emoji": ":palm_tree:", "status_expiration": until}).status_until is None


def test_the_bot_of_slack_is_a_bot() -> None:
    assert records.account({"id": "USLACKBOT", "is_bot": False}, HOME).is_bot


def test_a_group_without_its_people_says_nothing_about_them() -> None:
    assert records.group({"id": "S1", "handle": "design"}).members is None
    assert records.group({"id": "S1", "users": [], "date_delete": 5}).members == frozenset()


@given(OBJECTS)
def test_whatever_stands_in_its_fields_it_can_be_stored(about: dict[str, Any]) -> None:
    person, channel, group = account(**about), records.conversation(about), records.group(about)
    assert person.tz is None or zones.is_known(person.tz)
    for name in (person.name, channel.name, group.name, group.handle):
        assert len(name) <= 255
        assert "\x00" not in name
        name.encode()


@given(ANYTHING)
def test_a_list_of_anything_is_one_of_records(found: object) -> None:
    assert fields.records([found, {"id": "C1"}])[-1] == {"id": "C1"}
    assert all(isinstance(each, Mapping) for each in fields.records(found))


@pytest.mark.parametrize("about", [{}, {"id": None}, {"id": 5}, {"id": ""}, {"id": "U" * 33}, {"id": "../U1"}])
def test_what_has_no_id_is_about_nobody(about: dict[str, Any]) -> None:
    with pytest.raises(fields.Unreadable):
        records.account(about, HOME)

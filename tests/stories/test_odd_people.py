"""One odd person stops nothing: neither their own work nor anybody else's."""

from functools import partial
from typing import Any

import pytest
from sqlalchemy import text

from runtime import installing
from sandbox.channels import Channel
from sandbox.faults import Fault, Kind
from slackapp.ids import SlackTeamId, UserId
from slackapp.permissions.viewer import viewer
from slackapp.slack import directory
from tests.logged import Log
from tests.stories.driver import House, Person

ELSEWHERE = SlackTeamId("T0OTHER")
NEWTOWN = {"tz": "America/Newtown"}
ODD = [
    pytest.param(NEWTOWN, id="a zone that this machine does not know"),
    pytest.param({"tz": None, "tz_offset": ..., "locale": None, "profile": None}, id="nothing told"),
    pytest.param({"tz": 5, "tz_offset": "x", "locale": 7, "name": "x" * 300, "real_name": ...}, id="of another type"),
]


@pytest.fixture
def noor(house: House) -> Person:
    """Leads Design."""
    return house.person("Noor Bakker")


@pytest.fixture
def design(house: House, noor: Person) -> Channel:
    channel = house.channel("design", [noor])
    house.team("Design", lead=noor, channel=channel)
    return channel


def works(house: House, ana: Person, noor: Person, design: Channel) -> None:
    """Ana asks, is answered, rests, founds a team and takes part in a check-in."""
    ana.types("/request")
    ana.fills(team="Design", title="Banner", why="The launch", needed_by="2026-12-14").submits()
    noor.presses("Decline", on=noor.latest(design))
    noor.fills(reason="No time").submits()
    assert "No time" in ana.dm
    ana.types("/quiet 2d")
    ana.types("/quiet off")
    assert "You get messages in your working hours" in ana.dm
    ana.types("/teams new")
    ana.fills(name="Odd", lead=ana, channel=house.channel("odd", [ana]))
    house.knows_everybody()
    ana.submits()
    assert "Saved." in ana.form, ana.errors
    ana.closes()
    ana.types("/checkin away")
    ana.submits()
    assert "You are not asked" in ana.form
    ana.closes()
    noor.types("/checkin new")
    noor.fills(name="Weekly", people=[ana, noor], channel=design).submits()
    noor.presses("Start")
    assert "Running" in noor.form, noor.form
    assert ana.opens_home()


@pytest.mark.parametrize("odd", ODD)
def test_everybody_can_do_everything_whatever_slack_tells_of_them(
    house: House, noor: Person, design: Channel, odd: dict[str, Any]
) -> None:
    works(house, house.person("Ana", status_emoji=":palm_tree:", odd=odd), noor, design)


def test_a_zone_that_was_stored_before_is_looked_at_again(house: House, noor: Person, design: Channel) -> None:
    ana = house.person("Ana")
    house.moves_to("Tue 11:00")
    with house.app.database.engine.begin() as connection:
        for table in ("people", "teams", "workspaces"):
            connection.execute(text(f"UPDATE {table} SET tz = 'America/Newtown'"))
    ana.types("/request")
    ana.fills(team="Design", title="Banner", why="The launch", needed_by="2026-12-14").submits()
    noor.presses("Decline", on=noor.latest(design))
    noor.fills(reason="No time").submits()
    assert "No time" in ana.dm
    ana.types("/teams new")
    assert "Etc/UTC" in ana.form


def test_somebody_who_moves_to_a_zone_that_nobody_knows_is_no_error(house: House, noor: Person) -> None:
    house.knows_everybody()
    noor.visitor.person.odd = {"tz": "America/Newtown", "tz_offset": -18000}
    house.lets(lambda: house.sandbox.happenings.changes(noor.visitor.person, name="noor2"))
    noor.types("/teams new")
    assert "GMT+5 (Etc/GMT+5, UTC−5)" in noor.form


def test_a_record_without_an_id_is_set_aside_and_the_rest_is_known(house: House, noor: Person, log: Log) -> None:
    for odd in ({"id": None}, {"id": ...}, {"id": "U" * 40}):
        house.person("Nobody", odd=odd)
        house.channel("nowhere").odd = odd
        house.group("nothing").odd = odd
    design = house.channel("design", [noor])
    house.team("Design", lead=noor, channel=design)
    noor.types("/teams")
    assert "noor · #design" in noor.form
    aside = [each for each in log.events if each["event"] == "somebody or something was set aside"]
    assert [each["why"].split()[0] for each in aside] == ["Unreadable"] * 12


def test_a_channel_that_cannot_be_looked_into_is_set_aside(house: House, noor: Person, log: Log) -> None:
    house.sandbox.faults.add(Fault("conversations.members", Kind.ERROR, error="fetch_members_failed"))
    house.channel("broken", [noor], private=True)
    house.team("Legal", lead=noor, channel=house.channel("secret", [noor], private=True))
    noor.types("/teams")
    assert "noor · #secret" in noor.form
    aside = [each["why"] for each in log.events if each["event"] == "somebody or something was set aside"]
    assert [why.split()[0] for why in aside] == ["SlackApiError"]


def test_an_event_about_nobody_is_taken_and_not_sent_again(house: House, noor: Person) -> None:
    house.knows_everybody()
    noor.visitor.person.odd = {"id": None}
    house.lets(lambda: house.sandbox.happenings.changes(noor.visitor.person, name="noor2"))
    assert house.sandbox.record.delivered[-1].ack.is_ok


def test_somebody_of_another_organisation_owns_nothing(house: House, noor: Person, design: Channel) -> None:
    house.knows_everybody()
    # Bare, as profiles of other organisations are, in an envelope that names the other organisation.
    eve = house.workspace.person("Eve Stranger", team=ELSEWHERE, odd={"is_stranger": ...})
    for name in ("eva", "eve"):  # the first time she is unknown and looked up, the second time the event is believed
        house.lets(partial(house.sandbox.happenings.changes, eve, name=name))
    noor.types("/owner import")
    noor.fills(table="name,kind,team,owner\nPayments,system,Design,eve\n").submits()
    assert "eve cannot own anything here" in noor.form


def test_somebody_who_was_taken_for_a_member_is_looked_up_when_they_act(house: House, noor: Person) -> None:
    house.knows_everybody()
    eve = Person(house, house.sandbox.visitor(house.workspace.person("Eve Stranger", team=ELSEWHERE)))
    house.loop.run(directory.learn(house.app.client, house.app.database, house.workspace_id, eve.id))
    with house.app.database.engine.begin() as connection:
        connection.execute(text("UPDATE people SET is_stranger = false WHERE name = 'eve'"))
    eve.types("/teams")
    eve.presses("New team")
    eve.closes()
    house.loop.run(house.app.unknown_people.once())
    eve.types("/teams new")
    assert not eve.form


def test_a_user_group_with_an_app_and_an_unknown_id_lists_neither(house: House, noor: Person) -> None:
    jan, robot = house.person("Jan Smit"), house.person("Robot", is_bot=True)
    group = house.group("brand", [noor, jan, robot])
    group.members.append(UserId("U0NOBODY"))
    house.team("Brand", lead=noor, channel=house.channel("brand", [noor]), group_id=group.id)
    jan.types("/teams brand")
    assert "Members: @Jan Smit, @Noor Bakker\n" in jan.form


def test_a_record_that_cannot_be_kept_is_set_aside_and_the_rest_is_known(
    house: House, noor: Person, design: Channel, log: Log
) -> None:
    ana = house.person("Ana")
    house.knows_everybody()
    noor.types("/checkin new")
    noor.fills(name="Weekly", people=[ana, noor], channel=design).submits()
    noor.presses("Start")
    with house.app.database.engine.begin() as connection:
        connection.execute(text("UPDATE schedules SET rule = '{}'"))  # as of a release that is newer than this one
    ana.visitor.person.tz = "Asia/Tokyo"
    jan = house.person("Jan Smit")
    house.loop.run(house.app.refresh_directory())
    assert house.app.database.read_now(viewer, jan.actor).is_member
    assert log.named("somebody or something was set aside")["ref"] == ana.id


def test_a_workspace_is_installed_whatever_it_is_called(house: House) -> None:
    for called, name in (("x" * 300, "x" * 255), (None, house.workspace.id), ("a\x00b", "ab")):
        house.workspace.name = called  # type: ignore[assignment] # as Slack may tell it
        house.loop.run(installing.install(house.app.settings, house.app.database, house.app.client))
        with house.app.database.engine.connect() as connection:
            assert connection.execute(text("SELECT name FROM workspaces")).scalar() == name

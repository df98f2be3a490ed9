"""The app follows what happens in the workspace (ADM-3)."""

import pytest

from sandbox.channels import Channel
from sandbox.faults import Fault, Kind
from slackapp.permissions.viewer import viewer
from slackapp.slack import directory
from tests.stories.driver import House, Person


@pytest.fixture
def noor(house: House) -> Person:
    """Leads Design, and reads Dutch."""
    return house.person("Noor Bakker", locale="nl-NL")


@pytest.fixture
def design(house: House, noor: Person) -> Channel:
    channel = house.channel("design", [noor])
    house.team("Design", lead=noor, channel=channel)
    return channel


def test_the_lead_is_told_once_that_the_channel_was_archived(house: House, noor: Person, design: Channel) -> None:
    house.lets(lambda: house.sandbox.happenings.archives(design))
    assert noor.dm.count("#design, het kanaal van Design, is gearchiveerd.") == 1
    noor.types("/teams")
    assert "⚠️ Het kanaal is gearchiveerd" in noor.form


def test_the_lead_chooses_another_channel_from_the_message(house: House, noor: Person, design: Channel) -> None:
    house.lets(lambda: house.sandbox.happenings.leaves(design, house.workspace.bot))
    assert "Afspraak is verwijderd uit #design" in noor.dm
    noor.presses("Kies een ander kanaal")
    noor.fills(channel=house.channel("studio", [noor]))
    house.knows_everybody()
    noor.submits()
    assert "#studio" in noor.form


def test_a_team_lives_on_under_the_new_id_of_its_channel(house: House, noor: Person, design: Channel) -> None:
    house.lets(lambda: house.sandbox.happenings.changes_id(design))
    house.lets(lambda: house.sandbox.happenings.renames(design, "design-and-brand"))
    noor.types("/teams")
    assert "noor · #design-and-brand" in noor.form
    assert not noor.dm


def test_somebody_who_becomes_a_guest_loses_sight_of_the_teams(house: House, design: Channel) -> None:
    jan = house.person("Jan Smit")
    house.knows_everybody()
    house.lets(lambda: house.sandbox.happenings.changes(jan.visitor.person, is_guest=True))
    jan.types("/teams")
    assert not jan.form


def test_somebody_new_is_known_at_once(house: House, design: Channel) -> None:
    house.knows_everybody()
    ana = house.person("Ana", locale="nl-NL")
    house.lets(lambda: house.sandbox.happenings.arrives(ana.visitor.person))
    ana.types("/teams")
    assert "Teams" in ana.form


def test_the_people_of_a_user_group_come_and_go(house: House, noor: Person) -> None:
    jan, channel = house.person("Jan Smit"), house.channel("brand", [noor])
    group = house.group("brand", [noor])
    house.team("Brand", lead=noor, channel=channel, group_id=group.id)
    house.lets(lambda: house.sandbox.happenings.changes_group(group, [jan.id]))
    jan.types("/teams #brand")
    assert "Members: @Jan Smit, @Noor Bakker" in jan.form


def test_the_app_that_is_invited_to_a_private_channel_learns_who_is_in_it(house: House, noor: Person) -> None:
    secret = house.channel("secret", [noor], private=True, with_app=False)
    house.knows_everybody()
    house.lets(lambda: house.sandbox.happenings.joins(secret, house.workspace.bot))
    house.team("Legal", lead=noor, channel=secret)
    noor.types("/teams")
    assert "noor · #secret" in noor.form


def test_the_name_of_a_private_channel_is_kept_from_others(house: House, noor: Person) -> None:
    jan = house.person("Jan Smit", is_admin=True)
    house.team("Legal", lead=noor, channel=house.channel("secret", [noor], private=True))
    jan.types("/teams")
    assert "noor · a private channel" in jan.form
    assert "secret" not in jan.form


def test_everybody_of_a_large_workspace_is_known(house: House, noor: Person) -> None:
    many = [house.person(f"Person {number}") for number in range(250)]
    house.team("Everybody", lead=many[-1], channel=house.channel("all", many))
    noor.types("/teams everybody")
    assert "Person 249" in noor.form


def test_a_slack_that_asks_for_patience_is_waited_for(house: House, noor: Person, design: Channel) -> None:
    jan = house.person("Jan Smit")
    house.sandbox.faults.add(Fault("users.list", Kind.TOO_FAST, retry_after=0), Fault("users.list", Kind.UNAVAILABLE))
    house.knows_everybody()
    jan.types("/teams")
    assert "noor · #design" in jan.form


def test_somebody_of_another_organisation_is_learnt_as_a_stranger(house: House, design: Channel) -> None:
    house.knows_everybody()
    eve = house.person("Eve", is_stranger=True)
    house.loop.run(directory.learn(house.app.client, house.app.database, house.workspace_id, eve.id))
    assert house.app.database.read_now(viewer, eve.actor).name == "eve"
    assert not house.app.database.read_now(viewer, eve.actor).is_member


def test_a_workspace_without_user_groups_is_learnt_all_the_same(house: House, noor: Person, design: Channel) -> None:
    house.sandbox.faults.add(Fault("usergroups.list", Kind.ERROR, error="plan_upgrade_required"))
    house.person("Ana")
    house.knows_everybody()
    noor.types("/teams")
    assert "Design" in noor.form


def test_the_same_event_three_times_changes_nothing_more(house: House, noor: Person, design: Channel) -> None:
    for _ in range(3):
        house.lets(lambda: house.sandbox.happenings.archives(design))
    assert noor.dm.count("gearchiveerd") == 1

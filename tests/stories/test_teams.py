"""Teams are made, found, changed and put away in Slack (ADM-1)."""

import pytest

from sandbox.channels import Channel
from tests.stories.driver import House, Person


@pytest.fixture
def noor(house: House) -> Person:
    """Will lead Design."""
    return house.person("Noor Bakker", locale="nl-NL")


@pytest.fixture
def jan(house: House) -> Person:
    """A colleague."""
    return house.person("Jan Smit")


@pytest.fixture
def design(house: House, noor: Person, jan: Person) -> Channel:
    return house.channel("design", [noor, jan])


def test_the_first_team_needs_only_a_name_a_lead_and_a_channel(
    house: House, jan: Person, noor: Person, design: Channel
) -> None:
    jan.types("/teams")
    assert "There is no team yet" in jan.form
    jan.presses("New team")
    jan.fills(name="Design", lead=noor, channel=design).submits()
    assert "Works: Mon–Fri 09:00–17:00, Amsterdam" in jan.form
    assert "Holidays of: Netherlands" in jan.form
    jan.closes()
    jan.types("/teams")
    assert "Design\nnoor · #design\nMon–Fri 09:00–17:00, Amsterdam" in jan.form


def test_the_lead_changes_everything_in_their_own_language(
    house: House, noor: Person, jan: Person, design: Channel
) -> None:
    house.group("design-team", [jan])
    house.team("Design", lead=noor, channel=design)
    noor.types("/teams Design")
    assert [text for text in noor.searches("group", "design") if "@design-team" in text]
    noor.fills(group="@design-team", weekdays=["Maandag", "Woensdag"], starts="08:00", ends="12:00")
    noor.fills(tz="Asia/Tokyo", country="België", within="2 werkdagen").submits()
    assert "Werkt: ma en wo 08:00–12:00, Tokyo" in noor.form, noor.errors
    assert "Vrije dagen van: België" in noor.form
    assert "Antwoordt binnen: 2 werkdagen" in noor.form
    assert "@Jan Smit" in noor.form


def test_a_colleague_sees_the_team_and_cannot_change_it(
    house: House, noor: Person, jan: Person, design: Channel
) -> None:
    house.team("Design", lead=noor, channel=design, members=[jan])
    jan.types("/teams #design")
    assert "Lead: @Noor Bakker" in jan.form
    assert "Edit" not in jan.form


def test_a_wrong_field_is_told_where_it_is_and_nothing_is_lost(
    house: House, noor: Person, jan: Person, design: Channel
) -> None:
    house.team("Design", lead=noor, channel=design)
    elsewhere = house.channel("brand", [jan], with_app=False)
    jan.types("/teams new")
    jan.fills(name="design", lead=jan, channel=elsewhere).submits()
    assert jan.errors == {"name": "There is a team called Design already."}
    jan.fills(name="Brand").submits()
    assert jan.errors == {"channel": "Afspraak is not in #brand. Type /invite @Afspraak there, then save again."}
    house.lets(lambda: house.sandbox.happenings.joins(elsewhere, house.workspace.bot))
    jan.submits()
    assert not jan.errors
    assert "Saved." in jan.form


def test_the_same_submission_twice_makes_one_team(house: House, jan: Person, noor: Person, design: Channel) -> None:
    jan.types("/teams new")
    jan.fills(name="Design", lead=noor, channel=design).submits()
    jan.sends_again()
    jan.types("/teams")
    assert jan.form.count("noor · #design") == 1


def test_a_team_is_archived_and_brought_back(house: House, noor: Person, jan: Person, design: Channel) -> None:
    house.team("Design", lead=jan, channel=design)
    jan.types("/teams design")
    jan.presses("Archive this team")
    assert "There is no team yet" in jan.form
    jan.presses("Show 1 archived team")
    jan.presses("Bring back")
    assert "Design\njan · #design" in jan.form


def test_a_guest_is_shown_no_teams(house: House, noor: Person, design: Channel) -> None:
    house.team("Design", lead=noor, channel=design)
    guest = house.person("Guus", is_guest=True)
    lobby = house.channel("lobby", [guest])
    guest.types("/teams", lobby)
    assert not guest.form
    assert "members of the organisation, not to guests" in guest.sees(lobby)


def test_a_name_that_would_ping_everybody_is_only_text(house: House, jan: Person, design: Channel) -> None:
    house.team("<!channel> *Design*", lead=jan, channel=design)
    jan.types("/teams")
    assert "<!channel> *Design*" in jan.form
    jan.types("/teams nobody")
    assert "There is no team called nobody." in jan.sees(jan.visitor.app)


def test_a_hundred_teams_are_shown_in_pages(house: House, jan: Person) -> None:
    for number in range(100):
        house.team(f"Team {number:02}", lead=jan, channel=house.channel(f"team-{number:02}", [jan]))
    jan.types("/teams")
    jan.presses("Next")
    jan.presses("Next")
    assert "Team 99" in jan.form
    jan.presses("Previous")
    assert "Team 40" in jan.form

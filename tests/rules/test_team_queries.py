"""Who is in which team, and which team is meant."""

import pytest

from slackapp.errors import NotAllowed
from slackapp.ids import UserId
from slackapp.queries import team_forms, team_pages
from slackapp.queries import teams as queries
from slackapp.rules.directory import people
from slackapp.rules.directory.people import Account
from tests.rules.company import Company


def test_members_are_the_lead_the_named_and_the_group(company: Company) -> None:
    sanne, jan, ana = (company.person(name) for name in ("Sanne", "Jan", "Ana"))
    number = company.team("Design", sanne, members=(jan.user_id,), group_id=company.group("design", ana))
    team = company.ask(queries.find, company.id, number)
    assert company.ask(queries.members, team) == {sanne.user_id, jan.user_id, ana.user_id}
    assert all(company.ask(queries.is_member, team, each.user_id) for each in (sanne, jan, ana))


def test_somebody_whose_account_is_gone_is_no_member(company: Company) -> None:
    sanne, jan = company.person("Sanne"), company.person("Jan")
    team = company.ask(queries.find, company.id, company.team("Design", sanne, members=(jan.user_id,)))
    company.do(people.know, company.id, [Account(jan.user_id, "Jan", is_deactivated=True)])
    assert company.ask(queries.members, team) == {sanne.user_id}
    assert not company.ask(queries.is_member, team, jan.user_id)


@pytest.mark.parametrize("said", ["Design", "dEsIgN", "CDESIGN", "SDESIGN", "USANNE", "UJAN"])
def test_a_team_is_meant_by_name_channel_group_or_person(company: Company, said: str) -> None:
    sanne, jan = company.person("Sanne"), company.person("Jan")
    company.team("Brand", company.person("Ana"), members=(sanne.user_id,))
    company.team("Design", sanne, members=(jan.user_id,), group_id=company.group("design"))
    meant = company.ask(queries.by_mention, company.id, said)
    assert meant is not None
    assert meant.name == "Design"


def test_a_search_finds_parts_of_names_and_first_those_that_begin_so(company: Company) -> None:
    sanne = company.person("Sanne")
    for name in ("Product Design", "Design", "100% Remote"):
        company.team(name, sanne, home_channel=company.channel(name.split()[0].lower()))
    assert [team.name for team in company.ask(queries.search, company.id, "DESIGN")] == ["Design", "Product Design"]
    assert [team.name for team in company.ask(queries.search, company.id, "%")] == ["100% Remote"]
    company.team("E-mail & Café", sanne, home_channel=company.channel("mail"))
    for said in ("email", "e-mail", "E-ma", "cafe", "CAFÉ", "“Cafe\u0301”"):
        assert [team.name for team in company.ask(queries.search, company.id, said)] == ["E-mail & Café"], said


def test_nobody_is_in_a_team_of_another_workspace(company: Company) -> None:
    other = Company.founded(company.database, "T2")
    company.team("Design", company.person("Sanne"), members=(UserId("UJAN"),))
    assert other.ask(queries.teams_of, other.person("Jan")) == []
    assert other.ask(queries.by_mention, other.id, "Design") is None


def test_the_name_of_a_private_home_is_kept_from_administrators_too(company: Company) -> None:
    sanne, admin = company.person("Sanne"), company.person("Ada", is_admin=True)
    number = company.team("Legal", sanne, home_channel=company.channel("secret", sanne, is_private=True))
    assert company.ask(team_pages.detail, sanne, number).line.channel == "secret"
    assert company.ask(team_pages.detail, admin, number).line.channel == ""
    homes = [company.ask(team_forms.existing, who, number).terms.home_channel for who in (sanne, admin)]
    assert homes == ["CSECRET", None]


def test_a_guest_is_shown_no_team(company: Company) -> None:
    sanne, gus = company.person("Sanne"), company.person("Gus", is_guest=True)
    number = company.team("Design", sanne)
    assert [team.name for team in company.ask(team_pages.offered, sanne, "des")] == ["Design"]
    assert company.ask(team_pages.offered, gus, "des") == []
    for asked in (team_pages.detail, team_pages.listed):
        company.ask(asked, sanne, number)
        with pytest.raises(NotAllowed):
            company.ask(asked, gus, number)


def test_the_list_comes_in_pages(company: Company) -> None:
    sanne = company.person("Sanne")
    for number in range(42):
        company.team(f"Team {number:02}", sanne, home_channel=company.channel(f"team-{number}"))
    second = company.ask(team_pages.listed, sanne, 40)
    assert [line.team.name for line in second.lines] == ["Team 40", "Team 41"]
    assert second.total == 42

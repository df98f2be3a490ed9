"""Who may found and change a team, and what a team cannot be (ADM-1)."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import time, timedelta
from typing import Any

import pytest

from slackapp.errors import InvalidInput, NotAllowed, NotFound, NotPossibleNow
from slackapp.ids import Actor, ChannelId, GroupId, UserId
from slackapp.models.terms import Within
from slackapp.queries import teams as queries
from slackapp.rules import teams
from slackapp.rules.directory import channels
from tests.rules.company import Company, value


def test_a_new_team_works_office_hours_and_answers_within_a_day(company: Company) -> None:
    team = company.ask(queries.find, company.id, company.team("Design", company.person("Sanne")))
    assert (team.name, team.weekdays, team.starts, team.ends) == ("Design", "01234", time(9), time(17))
    assert team.answer_minutes is None


def test_a_guest_cannot_found_a_team(company: Company) -> None:
    guest = company.person("Guus", is_guest=True)
    with pytest.raises(NotAllowed):
        company.team("Design", guest)


def test_somebody_unknown_cannot_found_a_team(company: Company) -> None:
    with pytest.raises(NotAllowed):
        company.team("Design", Actor(company.id, UserId("UNOBODY")))


def test_the_lead_and_administrators_change_a_team(company: Company) -> None:
    sanne, admin = company.person("Sanne"), company.person("Ada", is_admin=True)
    design = company.team("Design", sanne)
    terms = value(company.ask(queries.find, company.id, design))
    company.do(teams.change, design, replace(terms, name="Ontwerp"), by=sanne)
    company.do(teams.change, design, replace(terms, starts=time(8)), by=admin)
    assert company.ask(queries.find, company.id, design).starts == time(8)


def test_a_refusal_names_who_can_change_the_team(company: Company) -> None:
    sanne, jan = company.person("Sanne"), company.person("Jan")
    design = company.team("Design", sanne, members=(jan.user_id,))
    with pytest.raises(NotAllowed) as refused:
        company.do(teams.archive, design, by=jan)
    assert refused.value.values["lead"] == "Sanne"


def test_a_team_of_another_workspace_is_not_found(company: Company) -> None:
    other = Company.founded(company.database, "T2")
    design, stranger = company.team("Design", company.person("Sanne")), other.person("Eve", is_admin=True)
    with pytest.raises(NotFound):
        other.do(teams.archive, design, by=stranger)
    with pytest.raises(NotFound):
        other.ask(queries.find, other.id, design)


@pytest.mark.parametrize(
    ("field", "terms"),
    [
        ("name", {"name": ""}),
        ("name", {"name": "\x00 \ud800"}),
        ("name", {"name": "x" * 61}),
        ("name", {"name": "ß" * 31}),
        ("name", {"name": "SALES"}),
        ("lead", {"lead_id": None}),
        ("lead", {"lead_id": UserId("UNOBODY")}),
        ("lead", {"lead_id": UserId("UGUUS")}),
        ("lead", {"lead_id": UserId("UROBOT")}),
        ("lead", {"lead_id": UserId("UGONE")}),
        ("members", {"members": (UserId("UROBOT"),)}),
        ("members", {"members": (UserId("UGONE"),)}),
        ("group", {"group_id": GroupId("SNONE")}),
        ("channel", {"home_channel": None}),
        ("channel", {"home_channel": ChannelId("CUNKNOWN")}),
        ("channel", {"home_channel": ChannelId("COLD")}),
        ("channel", {"home_channel": ChannelId("CEMPTY")}),
        ("channel", {"home_channel": ChannelId("CSECRET")}),
        ("channel", {"home_channel": ChannelId("CSALES")}),
        ("weekdays", {"weekdays": frozenset[int]()}),
        ("starts", {"starts": None}),
        ("ends", {"ends": None}),
        ("ends", {"starts": time(17), "ends": time(9)}),
        ("ends", {"starts": time(9), "ends": time(9)}),
        ("tz", {"tz": "Europe/Atlantis"}),
        ("tz", {"tz": "../../etc/passwd"}),
        ("country", {"country": "XX"}),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(company: Company, field: str, terms: dict[str, Any]) -> None:
    sanne = company.person("Sanne")
    company.person("Guus", is_guest=True)
    company.person("Robot", is_bot=True)
    company.person("Gone", is_deactivated=True)
    company.channel("old", is_archived=True)
    company.channel("empty", has_app=False)
    company.channel("secret", company.person("Jan"), is_private=True)
    company.team("Sales", sanne)
    good = company.terms("Design", sanne, company.channel("design"))
    with pytest.raises(InvalidInput) as refused:
        company.do(teams.create, replace(good, **terms), by=sanne)
    assert refused.value.field == field


def test_a_name_may_be_anything_that_fits_on_a_line(company: Company) -> None:
    sanne, home = company.person("Sanne"), company.channel("design")
    odd = company.team("  <!channel> *bold* 👩‍👩‍👧\nعربى  ", sanne, home_channel=home)
    assert company.ask(queries.find, company.id, odd).name == "<!channel> *bold* 👩‍👩‍👧 عربى"


def test_a_team_keeps_its_own_name_and_channel(company: Company) -> None:
    sanne = company.person("Sanne")
    design = company.team("Design", sanne)
    terms = value(company.ask(queries.find, company.id, design))
    company.do(teams.change, design, replace(terms, name="DESIGN", home_channel=None), by=sanne)
    assert company.ask(queries.find, company.id, design).name == "DESIGN"


def test_a_team_may_work_until_midnight(company: Company) -> None:
    night = company.team("Night", company.person("Sanne"), starts=time(16), ends=time(0))
    clock = teams.working_time_of(company.ask(queries.find, company.id, night))
    assert clock.working_day == timedelta(hours=8)


@pytest.mark.parametrize(
    ("within", "minutes"),
    [(Within(2, are_days=False), 120), (Within(1, are_days=True), None), (Within(3, are_days=True), 3 * 6 * 60)],
)
def test_days_to_answer_are_counted_in_the_hours_of_the_team(
    company: Company, within: Within, minutes: int | None
) -> None:
    design = company.team("Design", company.person("Sanne"), ends=time(15), within=within)
    assert company.ask(queries.find, company.id, design).answer_minutes == minutes


def test_two_take_the_same_name_at_once_and_one_gets_it(company: Company) -> None:
    people = [company.person("Sanne"), company.person("Jan")]
    homes = [company.channel("one"), company.channel("two")]
    with ThreadPoolExecutor(2) as threads:
        tries = [
            threads.submit(company.team, "Design", who, home_channel=home)
            for who, home in zip(people, homes, strict=True)
        ]
    assert sorted(str(type(each.exception())) for each in tries) == sorted([str(type(None)), str(InvalidInput)])


def test_an_archived_team_cannot_be_chosen_and_comes_back(company: Company) -> None:
    sanne = company.person("Sanne")
    design = company.team("Design", sanne)
    company.do(teams.archive, design, by=sanne)
    assert company.ask(queries.search, company.id, "des") == []
    company.do(teams.restore, design, by=sanne)
    assert [team.name for team in company.ask(queries.search, company.id, "des")] == ["Design"]


def test_an_archived_team_stays_so_while_another_lives_in_its_channel(company: Company) -> None:
    sanne, home = company.person("Sanne"), company.channel("design")
    design = company.team("Design", sanne, home_channel=home)
    company.do(teams.archive, design, by=sanne)
    company.team("Brand", sanne, home_channel=home)
    with pytest.raises(NotPossibleNow):
        company.do(teams.restore, design, by=sanne)


def test_a_private_home_is_chosen_by_who_is_in_it(company: Company) -> None:
    sanne = company.person("Sanne")
    secret = company.channel("secret", sanne, is_private=True)
    legal = company.team("Legal", sanne, home_channel=secret)
    assert company.ask(queries.find, company.id, legal).home_channel == secret


def test_nobody_lands_in_a_channel_that_has_gone(company: Company) -> None:
    sanne, home = company.person("Sanne"), company.channel("design")
    company.do(channels.delete, company.id, home)
    with pytest.raises(InvalidInput):
        company.team("Design", sanne, home_channel=home)

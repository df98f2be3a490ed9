"""Who owns what is shown to the members of the organisation, and to nobody else, whatever is asked."""

import pytest

from slackapp.errors import NotFound
from slackapp.ids import Actor
from slackapp.models.area_life import AreaKind
from slackapp.models.area_terms import AreaTerms
from slackapp.queries import areas
from slackapp.queries.areas import AreaFilter, WantedAreas
from slackapp.rules.areas import registering
from tests.rules.company import Company


@pytest.fixture
def noor(company: Company) -> Actor:
    """Leads Platform, which owns Payments."""
    noor = company.person("noor")
    terms = AreaTerms("Payments", AreaKind.SYSTEM, company.team("Platform", noor))
    company.do(registering.add, terms, owner_id=noor.user_id, by=noor)
    return noor


def test_another_workspace_is_shown_nothing(company: Company, noor: Actor) -> None:
    other = Company.founded(company.database, "T2").person("eve")
    wanted = WantedAreas(AreaFilter.ALL, team_id=1)
    assert [row.name for row in company.ask(areas.listed, noor, wanted).rows] == ["Payments"]
    assert company.ask(areas.listed, other, wanted).rows == ()
    assert company.ask(areas.find, other, "payments").card is None
    assert company.ask(areas.offered, other, "pay") == []
    payments = company.ask(areas.listed, noor, wanted).rows[0].id
    with pytest.raises(NotFound):
        company.ask(areas.page, other, payments)


def test_who_became_a_guest_meanwhile_gets_an_empty_table(company: Company, noor: Actor) -> None:
    asked = {"person": noor.user_id}
    assert len(company.ask(areas.records, company.id, asked)) == company.ask(areas.count, company.id, asked) == 1
    company.person("noor", is_guest=True)
    assert company.ask(areas.records, company.id, asked) == ()
    assert company.ask(areas.count, company.id, asked) == 0


def test_a_private_channel_is_named_to_those_in_it(company: Company, noor: Actor) -> None:
    jan, closed = company.person("jan"), company.channel("closed", noor, is_private=True)
    ledgers = AreaTerms(
        "Ledgers",
        AreaKind.SYSTEM,
        company.ask(areas.listed, noor, WantedAreas(AreaFilter.ALL)).rows[0].team_id,
        channel_id=closed,
    )
    number = company.do(registering.add, ledgers, owner_id=noor.user_id, by=noor)
    shown = {who: company.ask(areas.page, who, number).card.channel_id for who in (noor, jan)}
    assert shown == {noor: closed, jan: None}
    named = {who: company.ask(areas.records, company.id, {"person": who.user_id})[0].channel for who in (noor, jan)}
    assert named == {noor: "closed", jan: ""}

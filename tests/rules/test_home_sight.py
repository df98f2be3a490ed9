"""The App Home shows what somebody may see now: nothing of another workspace, and nothing to who is a guest by now."""

import pytest
from sqlalchemy.orm import Session

from slackapp import cards
from slackapp.ids import Actor, ChannelId, Timestamp, UserId
from slackapp.models.area_life import Why
from slackapp.models.areas import AreaQuestion, AreaRound
from slackapp.models.outbox import Posting
from slackapp.models.request_life import RequestState
from slackapp.models.workspaces import Workspace
from slackapp.queries import home
from slackapp.queries.home import HomePart
from tests.rules.company import Company
from tests.rules.digest_rows import MONDAY, Rows

WORK = {HomePart.REQUESTS, HomePart.DECISIONS, HomePart.QUESTIONS, HomePart.SENT, HomePart.AREAS, HomePart.TEAMS}


@pytest.fixture
def noor(company: Company) -> Actor:
    """Leads Design, which lives behind a closed door."""
    return company.person("noor")


@pytest.fixture
def jan(company: Company) -> Actor:
    """Is in Design, and not in its channel."""
    return company.person("jan")


@pytest.fixture
def closed(company: Company, noor: Actor) -> ChannelId:
    return company.channel("closed", noor, is_private=True)


@pytest.fixture(autouse=True)
def design(company: Company, noor: Actor, jan: Actor, closed: ChannelId) -> int:
    """The team, with something for Noor in each part of her Home that is about work."""
    team = company.team("Design", noor, home_channel=closed, members=(jan.user_id,))
    company.do(_filled, company, noor.user_id, team)
    return team


def _filled(session: Session, company: Company, noor: UserId, team: int) -> None:
    rows, hers = Rows(session, company.id), {"workspace_id": company.id, "person_id": noor}
    asked = AreaRound(**hers, is_rhythm=True, asked_at=MONDAY, stage=1)
    session.add(asked)
    session.flush()
    area = rows.area(team, owner_id=noor)
    session.add(AreaQuestion(**hers, round_id=asked.id, area_id=area.id, why=Why.DUE))
    rows.decision(teams=(team,), decider_id=noor)
    rows.request(team, owner_id=noor)
    rows.request(team, owner_id=noor, is_private=True)
    rows.request(team, requester_id=noor, state=RequestState.OPEN)


def found(company: Company, who: Actor) -> set[HomePart]:
    shown = company.ask(home.home, who)
    return {part for part in HomePart if shown.of(part).total}


def test_whoever_has_the_same_id_elsewhere_is_shown_nothing(company: Company, noor: Actor) -> None:
    assert found(company, noor) == WORK
    other = Company.founded(company.database, "T2")
    assert found(other, other.person("noor")) == set()


def test_who_is_a_guest_by_now_is_shown_nothing_of_who_owns_what(company: Company, noor: Actor) -> None:
    company.person("noor", is_guest=True)
    assert found(company, noor) & {HomePart.QUESTIONS, HomePart.AREAS} == set()


def test_a_team_tells_each_of_its_people_what_they_may_see(company: Company, noor: Actor, jan: Actor) -> None:
    teams = [company.ask(home.home, who).of(HomePart.TEAMS).rows[0] for who in (noor, jan)]
    assert [(team.channel, team.ongoing) for team in teams] == [("closed", 3), ("", 2)]


def test_a_link_leads_only_to_where_one_can_go(
    company: Company, noor: Actor, jan: Actor, closed: ChannelId, design: int
) -> None:
    def posted(session: Session) -> None:
        session.get_one(Workspace, company.id).url = "https://acme.slack.com/"
        request = Rows(session, company.id).request(design, owner_id=jan.user_id, requester_id=noor.user_id)
        card = cards.request(request.id, closed).key
        session.add(Posting(workspace_id=company.id, card=card, channel_id=closed, ts=Timestamp("1.1")))

    company.do(posted)
    assert {row.url for row in company.ask(home.home, jan).of(HomePart.REQUESTS).rows} == {""}
    assert "https://acme.slack.com/archives/CCLOSED/p11" in [
        row.url for row in company.ask(home.home, noor).of(HomePart.SENT).rows
    ]

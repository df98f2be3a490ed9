"""What was stored before every text came in clean is found all the same."""

from collections.abc import Sequence

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import text

from slackapp import migrating
from slackapp.database import connect
from slackapp.models.area_life import AreaKind
from slackapp.models.area_terms import AreaTerms
from slackapp.models.decision_texts import Proposal, Wording
from slackapp.queries import areas as owned
from slackapp.queries import decisions as decided
from slackapp.queries import teams
from slackapp.queries.decisions import WantedDecisions
from slackapp.rules.areas import registering
from slackapp.rules.decisions import submitting
from tests.rules.company import Company

BEFORE = "0008"
FORMER_KEYS = (
    "UPDATE teams SET name = 'Cafe\u0301', key = 'cafe\u0301' WHERE name = 'Café'",
    "UPDATE areas SET key = 'pay\u200bments' WHERE name = 'Payments'",
)


@pytest.fixture
def old(company: Company, database_url: str) -> Company:
    """Rows as the version before wrote them, and the migration over them."""
    noor = company.person("noor")
    team = company.team("Café", noor)
    company.do(registering.add, AreaTerms("Payments", AreaKind.SYSTEM, team), owner_id=noor.user_id, by=noor)
    said = Proposal(
        Wording("E-mail goes first", "So be it"), is_decided=True, decider_id=noor.user_id, team_ids=(team,)
    )
    company.do(submitting.submit, said, by=noor)
    _migrate_from(database_url, FORMER_KEYS)
    return company


def test_an_old_team_area_and_decision_are_found_by_what_one_types(old: Company) -> None:
    noor = old.person("noor")
    assert old.ask(teams.by_name, old.id, "CAFÉ") is not None
    found = old.ask(owned.find, noor, "payments")
    assert found.card is not None
    assert found.card.owner == "noor"
    assert [row.number for row in old.ask(decided.found, noor, WantedDecisions("email")).rows] == [1]


def test_two_that_looked_alike_both_stay(company: Company, database_url: str) -> None:
    noor = company.person("noor")
    one = company.team("Café", noor)
    other = company.team("Other", noor)
    former = f"UPDATE teams SET name = 'Cafe\u0301', key = 'cafe\u0301' WHERE id = {other}"
    _migrate_from(database_url, (former,))
    meant = company.ask(teams.by_name, company.id, "cafe\u0301")
    assert meant is not None
    assert meant.id == one
    assert {team.id for team in company.ask(teams.all, company.id)} == {one, other}


def _migrate_from(database_url: str, statements: Sequence[str]) -> None:
    engine = connect(database_url)
    with engine.begin() as connection:
        config = Config()
        config.set_main_option("script_location", str(migrating.SCRIPTS))
        config.attributes["connection"] = connection
        command.downgrade(config, BEFORE)
        for statement in (*statements, "DELETE FROM decision_search"):
            connection.execute(text(statement))
    migrating.migrate(engine)
    engine.dispose()

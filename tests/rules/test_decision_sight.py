"""A decision that concerns a private channel is shown to those in it; an administrator sees no more."""

import pytest

from slackapp.errors import NotFound
from slackapp.ids import Actor, ChannelId
from slackapp.models.decision_texts import Proposal, Wording
from slackapp.queries import decisions as asked
from slackapp.queries.decisions import WantedDecisions
from slackapp.rules.decisions import submitting
from tests.rules.company import Company

MERGER, PUBLIC = 1, 2


@pytest.fixture
def noor(company: Company) -> Actor:
    return company.person("noor")


@pytest.fixture
def boss(company: Company) -> Actor:
    return company.person("boss", is_admin=True)


@pytest.fixture
def board(company: Company, noor: Actor) -> ChannelId:
    return company.channel("board", noor, is_private=True)


@pytest.fixture
def merger(company: Company, noor: Actor, board: ChannelId) -> int:
    """The id of what Noor decided for the board, behind which the public D-2 came."""
    number = decides(company, noor, "A merger", board)
    decides(company, noor, "A new name", company.channel("general"), replaces=number)
    return number


def decides(company: Company, noor: Actor, title: str, channel: ChannelId, replaces: int | None = None) -> int:
    said = Proposal(
        Wording(title, "So be it"),
        is_decided=True,
        decider_id=noor.user_id,
        channels=(channel,),
        replaces_id=replaces,
    )
    company.do(submitting.submit, said, by=noor)
    return company.ask(asked.found, noor, WantedDecisions(title)).rows[0].id


def test_its_page_and_its_versions_are_theirs(company: Company, merger: int, noor: Actor, boss: Actor) -> None:
    assert company.ask(asked.page, noor, decision_id=merger).card.title == "A merger"
    assert company.ask(asked.page_of_number, noor, number=MERGER).card.title == "A merger"
    assert company.ask(asked.version, noor, decision_id=merger, number=1).number == 1
    with pytest.raises(NotFound):
        company.ask(asked.page, boss, decision_id=merger)
    with pytest.raises(NotFound):
        company.ask(asked.page_of_number, boss, number=MERGER)
    with pytest.raises(NotFound):
        company.ask(asked.version, boss, decision_id=merger, number=1)


def test_a_prompt_of_it_has_nothing_to_say_to_others(company: Company, merger: int, noor: Actor, boss: Actor) -> None:
    prompts = [
        company.ask(asked.prompt, company.id, {"decision": merger, "person": who.user_id}) for who in (noor, boss)
    ]
    assert [prompt is not None for prompt in prompts] == [True, False]


def test_lists_searches_and_exports_leave_it_out(company: Company, merger: int, noor: Actor, boss: Actor) -> None:
    for who, numbers in ((noor, [PUBLIC, MERGER]), (boss, [PUBLIC])):
        mine = {"person": who.user_id}
        assert [row.number for row in company.ask(asked.found, who, WantedDecisions()).rows] == numbers
        assert [card.number for card in company.ask(asked.records, company.id, mine).cards] == numbers[::-1]
        assert company.ask(asked.count, company.id, mine) == len(numbers)


def test_what_is_in_force_is_offered_to_those_who_may_see_it(
    company: Company, board: ChannelId, noor: Actor, boss: Actor
) -> None:
    decides(company, noor, "A merger", board)
    assert [len(company.ask(asked.offered, who, "merger")) for who in (noor, boss)] == [1, 0]
    assert [len(company.ask(asked.offered, who, "")) for who in (noor, boss)] == [1, 0]


def test_what_replaced_it_shows_no_title(company: Company, merger: int, noor: Actor, boss: Actor) -> None:
    pages = [company.ask(asked.page_of_number, who, number=PUBLIC) for who in (noor, boss)]
    assert [[link.title for link in page.earlier] for page in pages] == [["A merger"], [""]]

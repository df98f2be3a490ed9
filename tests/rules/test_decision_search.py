"""Both databases find the same decisions, in Dutch and in English, whatever form of a word is typed (DEC-5)."""

from dataclasses import dataclass
from typing import Any

import pytest

from slackapp.ids import Actor, ChannelId
from slackapp.models.decision_texts import Proposal, Wording
from slackapp.queries import decisions as asked
from slackapp.queries.decisions import WantedDecisions
from slackapp.rules.decisions import rewriting, submitting
from slackapp.rules.directory import moves
from tests.rules.company import Company

TEXTS = {
    1: "Klantbeheer gaat naar het nieuwe systeem",
    2: "We hebben besloten om op vrijdag te sluiten",
    3: "Betaaltermijn van 14 dagen voor leveranciers",
    4: "We chose PostgreSQL for payments",
    5: "Café Zoë blijft open in de meeting room",
    6: "Partners get an opt-in, Sanne’s team an e-mail",
    7: "No optin by email",
}


@dataclass(frozen=True)
class Archive:
    """Decisions that Noor took for Finance."""

    company: Company
    noor: Actor
    finance: int

    def keeps(self, title: str, **also: Any) -> None:
        said: dict[str, Any] = {"is_decided": True, "decider_id": self.noor.user_id, "team_ids": (self.finance,)} | also
        self.company.do(submitting.submit, Proposal(Wording(title, "So be it"), **said), by=self.noor)

    def found(self, words: str, who: Actor | None = None) -> list[int]:
        return [row.number for row in self.company.ask(asked.found, who or self.noor, WantedDecisions(words)).rows]


@pytest.fixture
def archive(company: Company) -> Archive:
    noor = company.person("noor")
    return Archive(company, noor, company.team("Finance", noor))


@pytest.fixture
def several(archive: Archive) -> Archive:
    for title in TEXTS.values():
        archive.keeps(title)
    return archive


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("klant", [1]),
        ("beheer", [1]),
        ("klanten", [1]),
        ("systemen", [1]),
        ("besluit", [2]),
        ("besluiten", [2]),
        ("vrijdagen", [2]),
        ("betaling", [3]),
        ("termijn", [3]),
        ("leverancier", [3]),
        ("14", [3]),
        ("choice", [4]),
        ("payment", [4]),
        ("POSTGRESQL", [4]),
        ("cafe zoe", [5]),
        ("meetings", [5]),
        ("klant vrijdag", []),
        ("so be it", [7, 6, 5, 4, 3, 2, 1]),
        ("email", [7, 6]),
        ("e-mail", [7, 6]),
        ("optin", [7, 6]),
        ("opt-in", [7, 6]),
        ("Sanne's", [6]),
        ("“cafe\u0301”", [5]),
        ("nergens", []),
        ("'\"*:&|!()", []),
        ('" OR 1=1 --', []),
        ("NEAR AND NOT", []),
    ],
)
def test_words_are_found_in_their_other_forms(several: Archive, words: str, numbers: list[int]) -> None:
    assert several.found(words) == numbers


def test_an_earlier_version_in_the_other_language_counts_too(several: Archive) -> None:
    [row] = several.company.ask(asked.found, several.noor, WantedDecisions("klantbeheer")).rows
    english = Wording("Customer care moves to the new system", "So be it")
    several.company.do(rewriting.correct, row.id, english, by=several.noor, why="In English")
    assert several.found("customer") == [1]
    assert several.found("klantbeheer") == [1]


def test_a_field_offers_the_decisions_of_which_one_types_the_beginning(several: Archive) -> None:
    offered = {"email": [7, 6], "Kl": [1], "D-3": [3], "cafe\u0301": [5], "": [7, 6, 5, 4, 3, 2, 1]}
    for words, numbers in offered.items():
        found = several.company.ask(asked.offered, several.noor, words)
        assert [each.number for each in found] == numbers, words


def test_another_workspace_finds_nothing(several: Archive) -> None:
    other = Company.founded(several.company.database, "T2").person("noor")
    assert several.found("klant", other) == []
    assert several.found("", other) == []


def test_only_those_in_the_private_channel_find_it(archive: Archive) -> None:
    kim, boss = archive.company.person("kim"), archive.company.person("boss", is_admin=True)
    board = archive.company.channel("board", archive.noor, kim, is_private=True)
    archive.keeps("A merger", team_ids=(), channels=(board,))
    assert [archive.found("merger", each) for each in (archive.noor, kim, boss)] == [[1], [1], []]
    assert archive.company.ask(asked.found, boss, WantedDecisions()).total == 0


def test_an_export_has_only_what_one_may_see(archive: Archive) -> None:
    kim = archive.company.person("kim")
    board = archive.company.channel("board", archive.noor, is_private=True)
    archive.keeps("A merger", team_ids=(), channels=(board,))
    archive.keeps("A banner")
    taken = archive.company.ask(asked.records, archive.company.id, {"person": kim.user_id})
    assert [card.title for card in taken.cards] == ["A banner"]
    assert taken.total == 1


def test_it_stays_with_a_private_channel_that_gets_another_id(archive: Archive) -> None:
    kim, boss = archive.company.person("kim"), archive.company.person("boss")
    board = archive.company.channel("board", archive.noor, kim, is_private=True)
    archive.keeps("A merger", team_ids=(), channels=(board,))
    archive.company.do(moves.move, archive.company.id, board, ChannelId("CSHARED"))
    assert [archive.found("merger", each) for each in (kim, boss)] == [[1], []]


def test_of_a_frequent_word_the_newest_are_looked_at(several: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("slackapp.queries.decisions.search.MOST_LOOKED_AT", 2)
    assert several.found("so be it") == [7, 6]

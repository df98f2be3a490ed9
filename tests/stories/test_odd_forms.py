"""Whatever comes in the fields of a form is stored, or refused in words at its field; never the apology.

The readers of all forms are asked with values that no form could give: for whatever field a reader asks, it gets one.
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from slackapp.errors import Refusal
from slackapp.language import Language
from slackapp.models.area_life import Kind
from slackapp.models.area_terms import AreaTerms
from slackapp.models.decision_texts import Proposal, Wording
from slackapp.models.requests import Priority
from slackapp.models.wishes import Wish
from slackapp.normalization import cleaned
from slackapp.rules import areas, decisions, requests
from slackapp.running import words
from slackapp.sandbox.channels import Channel
from slackapp.slack import doors
from slackapp.slack.calls import Call
from slackapp.slack.dispatch import CALLS
from slackapp.slack.doors import Entrance
from slackapp.views.templates import Templates
from tests.stories.driver import House, Person

words.open_doors()
FORMS = sorted(name for entrance, name in doors.table() if entrance is Entrance.SUBMISSION)
"""Also those that are made tomorrow: each answers a door."""

TEXTS = (
    *(
        "",
        "A banner",
        "\0",
        "\ud83d",
        "\u200b",
        "\ufeff \u2060",
        "\u202e",
        "Jose\u0301",
        "x" * 4000,
        "İ" * 60,
        "ﬃ" * 120,
    ),
    *("http://[::1", "https://", "https://[", "https://a:99999999/", "javascript:1", "https://a b", "//x", "mailto:"),
    *(
        "nan",
        "inf",
        "-0",
        "1e999",
        "1,000",
        "٣",
        "½",
        "²",
        "9" * 400,
        "a\nb\r\nc",
        "=1+1",
        "None",
        "<!channel>",
        "&amp;",
    ),
)
DAYS = ("", "2026-02-30", "0001-01-01", "9999-12-31", "2026-11-25", "2026-12-01", "tomorrow", "2026-W01-1", "1", "\0")
CLOCKS = ("", "25:00", "09:00", "17:00", "24:00", "09:00+02:00", "9", "noon", "00:00", "23:59:59.9")
NUMBERS = ("-1", "0", "1", "1", "1", "2", "7", "99", "2147483648", "9" * 19, "9" * 400, "1.5", "٣", "²", "true")
PEOPLE = ("U0SB000001", "W1", "USLACKBOT", "B1", "U" * 4000, "\0", "subteam^S1", "C0SB000001")
ZONES = ("Europe/Amsterdam", "America/Newtown", "../../etc/passwd", "NL", "weekly", "text", "choice", "team", "counts")
VALUES = (*NUMBERS, *TEXTS, *PEOPLE, *ZONES)
NO_OPTIONS: tuple[Any, ...] = (None, {}, {"value": None}, {"value": ""}, {"text": {"text": "x"}}, "x", 1, [])
WORDS = (
    *(
        "R-999999999",
        "D-٣",
        "list team R-1",
        "list all \0",
        "new \u200b",
        "search \ud83d",
        "search since 9999-99",
        "-1d",
    ),
    *(
        "search until 9999-12-31",
        "search since 0001-01-01 x",
        "list customer \0",
        "until 99:99",
        "9999w",
        "budget 9999",
    ),
    *(
        "search @nobody",
        "list <!subteam^S1>",
        "<@U1|\0>",
        "history \u202e",
        "2 uur",
        "export",
        "<https://[::1|x>",
        "%_\\",
    ),
)
USUAL = 0.8
"""So often a field holds what it should, for what is behind the other fields to be reached."""
FILES: tuple[Any, ...] = (None, None, [], [{}], ["x"], [{"url_private": "http://[::1"}])


@dataclass(frozen=True)
class Anything(Mapping[str, Any]):
    """The state of a form that has every field that a reader asks for, with a value of every kind."""

    chance: Random
    office: "Office"
    drawn: dict[str, Any] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Any:
        if name not in self.drawn:
            odd = self.chance.choice((self._element(), self._element(), None, {}))
            self.drawn[name] = cleaned({"any": self._usual() if self.chance.random() < USUAL else odd})
        return self.drawn[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.drawn)

    def __len__(self) -> int:
        return len(self.drawn)

    def _usual(self) -> dict[str, Any]:
        one, office = self.chance.choice, self.office
        option = {"value": str(office.team)}
        return {
            "value": one(("A banner", f"Refunds {office.sent}")),
            "selected_option": one((option, None, None)),
            "selected_options": one(([option], [])),
            "selected_date": "2026-12-01",
            "selected_time": one(("09:00", "17:00")),
            "selected_user": office.ada.id,
            "selected_users": [office.ada.id],
            "selected_conversation": one((office.channel.id, None)),
            "selected_conversations": [office.channel.id],
        }

    def _element(self) -> dict[str, Any]:
        one = self.chance.choice
        return {
            "value": one(TEXTS),
            "selected_option": self._option(),
            "selected_options": one(([self._option(), self._option()], [self._option()], [], None, "x")),
            "selected_date": one(DAYS),
            "selected_time": one(CLOCKS),
            "selected_user": one(PEOPLE),
            "selected_users": one(([one(PEOPLE), one(PEOPLE)], [None], [], None, "x", {})),
            "selected_conversation": one(PEOPLE),
            "selected_conversations": one(([one(PEOPLE), one(PEOPLE)], [], None, "x")),
            "files": one(FILES),
        }

    def _option(self) -> Any:
        return self.chance.choice((*NO_OPTIONS, *({"value": self.chance.choice(VALUES)} for _ in range(20))))


@dataclass
class Office:
    """Ada leads Platform, and may do everything. What the forms are about is there, new for each of the examples."""

    house: House
    ada: Person
    team: int
    channel: Channel
    sent: int = 0

    def begins(self) -> dict[str, int]:
        """A request, a decision and an area, by their numbers."""
        do, by, day = self.house.app.database.run_now, self.ada.actor, self.house.clock.now().date()
        mine: dict[str, Any] = {"decider_id": self.ada.id, "driver_id": self.ada.id, "team_ids": (self.team,)}
        said = Proposal(Wording("Four days", "So be it"), is_decided=False, **mine)
        terms = AreaTerms(f"Payments {self.sent}", Kind.SYSTEM, self.team)
        return {
            "request": do(requests.submit, Wish(self.team, "A banner", "The launch", day, Priority.NORMAL), by=by),
            "decision": do(decisions.submit, said, by=by),
            "area": do(areas.add, terms, owner_id=self.ada.id, by=by),
            **dict.fromkeys(("checkin", "team", "answer"), 1),
        }

    def sends(self, form: str, about: dict[str, int], chance: Random) -> None:
        """A form with whatever in its fields; Refusal, where it is refused in words."""
        view = {"state": {"values": Anything(chance, self)}, "private_metadata": _about(form, about, chance)}
        self.calls(Entrance.SUBMISSION, form, {"view": view})

    def calls(self, entrance: Entrance, name: str, body: dict[str, Any]) -> None:
        """Come in by a door; Refusal, where it is refused in words."""
        self.sent += 1
        call = CALLS[entrance](
            database=self.house.app.database,
            client=self.house.app.installations.all()[0].client,
            actor=self.ada.actor,
            language=Language.of("en"),
            key=f"odd:{self.sent}",
            body=body,
            templates=Templates(),
        )
        self.house.loop.run(_answered(entrance, name, call))


@pytest.fixture
def office(house: House) -> Office:
    ada = house.person("Ada Visser", is_admin=True)
    channel = house.channel("platform", [ada])
    team = house.team("Platform", lead=ada, channel=channel)
    ada.types("/checkin new")
    ada.fills(name="Weekly", people=[ada], time="09:00", channel="platform", weekdays=["Tuesday"]).submits()
    ada.presses("Start")
    return Office(house, ada, team, channel)


NEW = {"area.form": "area", "checkin.form": "checkin", "teams.form": "team", "digest.settings": "digest"}
"""Forms that make something, where nothing says what is changed."""


async def _answered(entrance: Entrance, name: str, call: Call) -> None:
    handler = doors.find(entrance, name)
    assert handler is not None
    await handler(call)


def _about(form: str, about: Mapping[str, int], chance: Random) -> str:
    known: dict[str, Any] = {
        **about,
        "draft": "none",
        "day": "2026-11-24",
        "correct": chance.choice((True, False)),
        "questions": [[number, kind] for number, kind in enumerate(("text", "plan", "blocker", "mood"), 1)],
    }
    if chance.choice((True, False)):
        known.pop(NEW.get(form, ""), None)
    return json.dumps(known)


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32))
def test_whatever_is_in_a_form_is_stored_or_refused_in_words(office: Office, seed: int) -> None:
    chance, about = Random(seed), office.begins()
    for form in chance.sample(FORMS, len(FORMS)):
        with suppress(Refusal):
            office.sends(form, about, chance)


def test_whatever_is_typed_behind_a_command_or_in_a_search_is_answered(office: Office) -> None:
    typed = [door for door in doors.table() if door[0] in {Entrance.COMMAND, Entrance.SEARCH}]
    for text in (*TEXTS[:12], *WORDS, *DAYS):
        for entrance, name in typed:
            body = {"command": name, "text": text, "value": text, "channel_id": office.channel.id}
            with suppress(Refusal):
                office.calls(entrance, name, cleaned(body))

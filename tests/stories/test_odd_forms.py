"""Each form is opened as people open it and sent as Slack sends it, with whatever in its fields.

What is refused is refused at a field that is in the form, and the form stays; the rest is taken.
"""

import copy
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from itertools import count
from random import Random
from typing import Any

import pytest
from sqlalchemy.orm import Session

from runtime import registry
from sandbox.channels import Channel
from sandbox.open_views import View
from sandbox.parcel import Parcel
from sandbox.payload import Payload
from sandbox.payloads import commands, interactions
from sandbox.short_lived import Address
from sandbox.values import SLOTS, Values, elements_in
from slackapp.language import catalogue
from slackapp.models import decision_life
from slackapp.models.area_life import AreaKind
from slackapp.models.area_terms import AreaTerms
from slackapp.models.checkins import Checkin
from slackapp.models.decision_texts import Proposal, Wording
from slackapp.models.decisions import Decision
from slackapp.models.requests import Priority, RequestTerms
from slackapp.queries.decisions import WantedDecisions
from slackapp.rules.areas import handing_over, registering
from slackapp.rules.decisions import submitting as decision_submitting
from slackapp.rules.requests import answering, submitting, working
from slackapp.slack import guard, listeners
from slackapp.slack.listeners import PayloadKind
from slackapp.views.decisions import listing
from tests.logged import Log
from tests.rules.digest_rows import MONDAY, Rows
from tests.stories import odd_values
from tests.stories.driver import House, Person

registry.open_doors()
FORMS = sorted(name for entrance, name in listeners.table() if entrance is PayloadKind.SUBMISSION)
"""Also those that are made tomorrow: each answers a door, and needs a way to be opened here."""
LINK = "https://polder.example/plan"
ON_ONE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@dataclass(repr=False)
class Desk:
    """Ada leads Platform, asks it for things and owns what it owns: she may open every form there is, in Dutch."""

    house: House
    ada: Person
    kim: Person
    jan: Person
    team: int
    other: int
    channel: Channel
    numbers: Iterator[int]

    def does(self, rule: Callable[..., Any], *args: Any, by: Person | None = None, **also: Any) -> Any:
        return self.house.app.database.run_now(rule, *args, by=(by or self.ada).actor, **also)

    def keeps(self, work: Callable[[Session], Any]) -> Any:
        return self.house.app.database.run_now(work)

    def request(self, **also: Any) -> int:
        day = self.house.clock.now().date()
        made: int = self.does(
            submitting.submit, RequestTerms(self.team, "A banner", "The launch", day, Priority.NORMAL, **also)
        )
        return made

    def accepted(self) -> int:
        number = self.request()
        self.does(answering.accept, number, promised=self.house.clock.now().date())
        return number

    def asked(self) -> int:
        number = self.accepted()
        self.does(answering.ask, number, question="Which size?")
        return number

    def done(self) -> int:
        number = self.accepted()
        self.does(working.finish, number)
        return number

    def decision(self, **also: Any) -> int:
        mine: dict[str, Any] = {"decider_id": self.ada.id, "driver_id": self.ada.id, "team_ids": (self.team,)}
        said = Proposal(Wording("Four days", "So be it"), **mine | {"consulted": (self.kim.id,)} | also)
        made: int = self.does(decision_submitting.submit, said)
        return made

    def consulted(self) -> int:
        """Kim decides, and Ada is asked."""
        return self.decision(decider_id=self.kim.id, consulted=(self.ada.id,))

    def decided(self) -> int:
        return self.decision(is_decided=True, consulted=())

    def under_review(self) -> int:
        def due(session: Session) -> None:
            session.get_one(Decision, number).state = decision_life.DecisionState.REVIEW_DUE

        number = self.decided()
        self.keeps(due)
        return number

    def area(self) -> int:
        terms = AreaTerms(self._name(), AreaKind.SYSTEM, self.team)
        made: int = self.does(registering.add, terms, owner_id=self.ada.id)
        return made

    def offered(self) -> int:
        terms = AreaTerms(self._name(), AreaKind.SYSTEM, self.team)
        number: int = self.does(registering.add, terms, owner_id=self.kim.id, by=self.kim)
        self.does(handing_over.offer, number, to=self.ada.id, by=self.kim, why="")
        return number

    def blocker(self) -> int:
        def kept(session: Session) -> int:
            rows = Rows(session, self.house.workspace_id)
            day = MONDAY.date() - timedelta(days=next(self.numbers))
            round_ = rows.round(session.get_one(Checkin, 1), MONDAY, day=day, asks={"questions": []})
            return rows.blocker(round_, self.ada.id).id

        made: int = self.keeps(kept)
        return made

    def types(self, text: str) -> None:
        self.ada.types(text)

    def presses(self, name: str, value: object) -> None:
        """A button that stands in her Home, whatever it is."""
        stamp = f"{next(self.numbers)}.000000"
        action = {"type": "button", "action_id": name, "block_id": "b", "value": str(value), "action_ts": stamp}
        visitor = self.ada.visitor
        home = visitor.workspace.homes[self.ada.id]
        payload = interactions.action_in_view(visitor.workspace, visitor.person, home, action=action)
        self._delivers(Parcel("interactive", payload))

    def opens(self, form: str) -> View:
        self.ada.visitor.workspace.modals_of(self.ada.id).clear()
        OPENED[form](self)
        assert self.ada.visitor.has_modal, form
        view = self.ada.visitor.modal
        assert view.body["callback_id"] == form, (form, view.body["callback_id"])
        return view

    def usual(self, view: View) -> Values:
        """What somebody would fill in, where nothing stands yet."""
        filled = copy.deepcopy(view.values)
        for block, element in elements_in(view.blocks):
            slot = SLOTS.get(element.get("type", ""))
            if slot and not filled[block["block_id"]][element["action_id"]].get(slot.key):
                filled[block["block_id"]][element["action_id"]][slot.key] = self._usual(slot.key, element)
        return filled

    def _usual(self, key: str, element: Payload) -> Any:
        usual: dict[str, Any] = {
            "value": self._text(element["action_id"]),
            "selected_option": element.get("options", [None])[0] or self._found(element["action_id"]),
            "selected_date": "2026-12-01",
            "selected_time": "09:00",
            "selected_user": self.jan.id,
            "selected_users": [self.ada.id],
            "selected_conversation": self.channel.id,
            "selected_conversations": [self.channel.id],
        }
        return usual.get(key, SLOTS[element["type"]].empty)

    def _text(self, field: str) -> str:
        if field == "table":
            return self.table()
        return LINK if field.startswith("link") else self._name()

    def table(self) -> str:
        return f"name,kind,team\n{self._name()},process,Platform"

    def _name(self) -> str:
        return f"Refunds {next(self.numbers)}"

    def _found(self, field: str) -> Payload | None:
        """What one chooses from what a search offers; nothing where a zone, a country or a group is looked for."""
        made = {"team": lambda: self.other, "area": self.area, "decision": self.decided}.get(field)
        return {"text": {"type": "plain_text", "text": "x"}, "value": str(made())} if made else None

    def sends_command(self, name: str, text: str) -> None:
        """Its text as it comes, whatever Slack would have made of it."""
        visitor = self.ada.visitor
        address = Address(self.ada.id, visitor.app.id, self.house.clock.now())
        where = {
            "command": name,
            "text": text.encode(errors="replace").decode(),
            "response_url": visitor.response_url(address),
        }
        payload = commands.command(visitor.workspace, visitor.person, visitor.app, **where)
        self._delivers(Parcel("slash_commands", payload))

    def looks_for(self, field: str, text: str) -> None:
        visitor = self.ada.visitor
        names = {"action_id": field, "block_id": field, "value": text}
        home = visitor.workspace.homes[self.ada.id]
        payload = interactions.suggestion(visitor.workspace, visitor.person, home, names=names)
        self._delivers(Parcel("interactive", payload))

    def sends(self, view: View, values: Values) -> Payload | None:
        """The form with these values in its fields, and the answer; None where they are in no shape of Slack's."""
        visitor = self.ada.visitor
        payload = interactions.submission(visitor.workspace, visitor.person, view, response_urls=[])
        payload["view"]["state"]["values"] = values
        parcel = Parcel("interactive", payload)
        return self._delivers(parcel) if _is_shaped(payload) else self._delivers(parcel, status=400) and None

    def _delivers(self, parcel: Parcel, *, status: int = 200) -> Payload:
        ack = self.house.loop.run(self.ada.visitor.send(parcel))
        assert ack.status == status, (parcel.names, ack.status)
        return ack.body or {}


def _is_shaped(payload: Payload) -> bool:
    try:
        guard.checked(json.loads(json.dumps(payload)))
    except guard.Unwelcome:
        return False
    return True


def _press(name: str, about: Callable[[Desk], object], value: str = "{}") -> Callable[[Desk], None]:
    return lambda desk: desk.presses(name, value.format(about(desk)))


def _type(text: str) -> Callable[[Desk], None]:
    return lambda desk: desk.types(text)


def _import(desk: Desk) -> None:
    desk.types("/owner import")
    desk.ada.fills(table=desk.table()).submits()


OPENED: Mapping[str, Callable[[Desk], None]] = {
    "request.form": _type("/request"),
    "request.accept": _press("request.accept", Desk.request),
    "request.assign": _press("request.assign", Desk.request),
    "request.decline": _press("request.decline", Desk.request),
    "request.ask": _press("request.more", Desk.request, "ask:{}"),
    "request.propose": _press("request.more", Desk.request, "propose:{}"),
    "request.hand_over": _press("request.more", Desk.request, "hand_over:{}"),
    "request.withdraw": _press("request.withdraw", Desk.request),
    "request.let_in": _press("request.let_in", lambda desk: desk.request(is_private=True)),
    "request.block": _press("request.block", Desk.accepted),
    "request.answer": _press("request.answer", Desk.asked),
    "request.reopen": _press("request.reopen", Desk.done),
    "decision.form": _type("/decision"),
    "decision.search": _press("decision.search", lambda _: listing.written(WantedDecisions())),
    "decision.decide": _press("decision.decide", Desk.decision),
    "decision.reject": _press("decision.reject", Desk.decision),
    "decision.more_time": _press("decision.more_time", Desk.decision),
    "decision.object": _press("decision.object", Desk.consulted),
    "decision.stand_in": _press("decision.stand_in", Desk.decision),
    "decision.edit": _press("decision.more", Desk.decided, "correct:{}"),
    "decision.supersede": _press("decision.more", Desk.decided, "supersede:{}"),
    "decision.reverse": _press("decision.reverse", Desk.decided),
    "decision.keep": _press("decision.keep", Desk.under_review),
    "area.form": _type("/owner add"),
    "area.find": lambda desk: desk.ada.uses("area.find"),
    "area.hand_over": _press("area.hand_over", Desk.area),
    "area.not_mine": _press("area.not_mine", Desk.area),
    "area.merge": _press("area.more", Desk.area, "merge:{}"),
    "area.split": _press("area.more", Desk.area, "split:{}"),
    "area.retire": _press("area.more", Desk.area, "retire:{}"),
    "area.refuse": _press("area.refuse", Desk.offered),
    "area.move_all": _press("area.move_all", lambda desk: desk.team),
    "area.import": _type("/owner import"),
    "area.import_now": _import,
    "checkin.form": _type("/checkin new"),
    "checkin.away": _type("/checkin away"),
    "checkin.holidays": _press("checkin.holidays", lambda _: ""),
    "checkin.hand_over": _press("checkin.hand_over", lambda _: 1),
    "checkin.preview": _press("checkin.preview", lambda _: 1),
    "checkin.question": _press("checkin.add_question", lambda _: 1),
    "checkin.answer": _press("checkin.answer", lambda _: "1:2026-11-24"),
    "checkin.request": _press("checkin.ask_team", Desk.blocker),
    "digest.settings": _type("/digest settings"),
    "teams.form": _type("/teams new"),
}
"""How each form is opened, about something of its own each time."""


@pytest.fixture
def desk(house: House) -> Desk:
    ada, kim = house.person("Ada Visser", is_admin=True, locale="nl-NL"), house.person("Kim Lee")
    jan = house.person("Jan Smit")
    channel = house.channel("platform", [ada, kim, jan])
    team = house.team("Platform", lead=ada, members=[kim], channel=channel)
    ada.types("/checkin new")
    ada.fills(name="Weekly", people=[ada], time="09:00", channel="platform", weekdays=["Dinsdag"]).submits()
    ada.presses("Beginnen")
    ada.opens_home()
    other = house.team("Support", lead=ada, channel=house.channel("support", [ada]))
    return Desk(house, ada, kim, jan, team, other, channel, count(1))


def test_each_form_has_a_way_to_be_opened() -> None:
    assert sorted(OPENED) == FORMS


@ON_ONE
def test_whatever_is_in_a_field_is_taken_or_refused_at_a_field_of_the_form(desk: Desk, log: Log) -> None:
    chance, taken = Random(11), set[str]()
    english = {text.id for text in catalogue.translated("nl") if text.id != text.string}
    for form in FORMS:
        view = desk.opens(form)
        for values in odd_values.tries(view.blocks, desk.usual(view), chance):
            answer = desk.sends(view, values)
            assert "handler failed" not in log.text, (form, log.text[-3000:])
            if answer is not None and answer.get("response_action") != "errors":
                taken.add(form)
                view = desk.opens(form)
            elif answer:
                inputs = {block["block_id"] for block in view.blocks if block["type"] == "input"}
                assert set(answer["errors"]) <= inputs, (form, answer)
                assert all(words and words not in english for words in answer["errors"].values()), (form, answer)
    # Each can be filled in well: what is odd in one field was met by all that stands behind it.
    assert taken == set(FORMS), ", ".join(sorted(set(FORMS) - taken))


@ON_ONE
def test_whatever_is_typed_behind_a_command_or_in_a_search_is_answered(desk: Desk, log: Log) -> None:
    for text in (*odd_values.TEXTS[:12], *odd_values.WORDS, *odd_values.DAYS):
        for entrance, name in listeners.table():
            if entrance is PayloadKind.COMMAND:
                desk.sends_command(name, text)
            elif entrance is PayloadKind.SEARCH:
                desk.looks_for(name, text)
    assert "handler failed" not in log.text, log.text[-3000:]

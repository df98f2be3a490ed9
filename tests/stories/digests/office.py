"""Design, Marketing and Support: who is there in every story about digests."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from delivery import claim
from runtime.assembly import Afspraak, _put_together
from sandbox.channels import Channel
from sandbox.messages import Message
from sandbox.rendering import plain
from slackapp.models import outbox
from slackapp.models.requests import Priority, RequestTerms
from slackapp.queries import teams
from slackapp.rules.requests import submitting
from tests.stories.driver import House, Person


@dataclass(frozen=True)
class Office:
    """Noor leads Design, with Jan; Sanne leads Marketing, in Dutch; Kim leads Support, behind a closed door."""

    house: House
    noor: Person
    jan: Person
    sanne: Person
    kim: Person
    design: Channel
    marketing: Channel
    support: Channel
    general: Channel

    @classmethod
    def opened(cls, house: House) -> Office:
        noor, jan, kim = (house.person(name) for name in ("Noor Bakker", "Jan Smit", "Kim Lee"))
        sanne = house.person("Sanne de Vries", locale="nl-NL")
        design = house.channel("design", [noor, jan])
        marketing = house.channel("marketing", [sanne])
        support = house.channel("support", [kim], private=True)
        general = house.channel("general", [noor, jan, sanne, kim])
        house.team("Design", lead=noor, members=[jan], channel=design)
        house.team("Marketing", lead=sanne, channel=marketing, locale="nl", tz="America/New_York")
        house.team("Support", lead=kim, channel=support)
        return cls(house, noor, jan, sanne, kim, design, marketing, support, general)

    def sets_up(self, who: Person, where: Channel, **fields: Any) -> None:
        """The digest of a channel, as it is offered apart from these fields; the page that follows stays open."""
        if who.visitor.has_modal:
            who.closes()
        who.types("/digest settings", where)
        who.fills(**fields).submits()
        assert not who.errors, who.errors

    def asks(self, title: str = "New banner", *, who: Person | None = None, team: str = "Design", **also: Any) -> None:
        """Sanne asks Design, unless said otherwise."""
        asker = who or self.sanne
        asker.types("/request")
        wanted = {"team": team, "title": title, "why": "The launch is on Monday", "needed_by": "2026-12-18"}
        asker.fills(**wanted | also).submits()
        assert not asker.form, asker.errors

    def asks_often(self, count: int, team: str = "Design", title: str = "Banner") -> None:
        """The same without the form, for where many are needed: "Banner 00", "Banner 01" …"""
        run = self.house.app.database.run_now
        to = next(each.id for each in run(teams.all, self.house.workspace_id) if each.name == team)
        for number in range(count):
            wish = RequestTerms(
                to, f"{title} {number:02}", "The launch is on Monday", date(2026, 12, 18), Priority.NORMAL
            )
            run(submitting.submit, wish, by=self.sanne.actor)
        self.house.passes(seconds=0)

    def editions(self, where: Channel) -> list[Message]:
        """All digests that stand in a channel, in the order in which they came."""
        proofs = self.house.app.database.read_now(_proofs)
        return [each for each in where.posted() if _proof(each) in proofs]

    def digest(self, reader: Person, where: Channel) -> str:
        """The newest digest of a channel, as somebody reads it."""
        return plain.message(reader.visitor.reader, self.editions(where)[-1])

    def restarts(self) -> Afspraak:
        """Everything that the process had in mind is gone; the one before is what comes back."""
        before = self.house.app
        same = (before.settings, before.connecting, before.database, before.installations)
        self.house.app = _put_together(*same, templates=before.templates)
        return before


def _proofs(session: Session) -> set[str]:
    """By which the app knows its own messages again."""
    found = session.scalars(select(outbox.Message).where(outbox.Message.kind == "digest.edition"))
    return {claim.key(session, each) for each in found}


def _proof(message: Message) -> str:
    return str(((message.metadata or {}).get("event_payload") or {}).get("key", ""))

"""Amsterdam, New York and Singapore meet every week: who is there in every story about check-ins."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sandbox.channels import Channel
from tests.stories.driver import House, Person

CAME = "What came of your plan?"
PLAN = "What will you do next that other teams should know?"
IN_THE_WAY = "What stands in your way, and which team can lift it?"
ELSE = "Is anything else in your way?"
MOOD = "How is the collaboration going?"


@dataclass(frozen=True)
class Office:
    """Noor leads Design and sets check-ins up; Sanne sits in Amsterdam and reads Dutch, Liv New York, Mei Singapore."""

    house: House
    noor: Person
    sanne: Person
    liv: Person
    mei: Person
    general: Channel
    design: Channel

    @classmethod
    def opened(cls, house: House) -> Office:
        noor = house.person("Noor Bakker")
        sanne = house.person("Sanne de Vries", locale="nl-NL")
        liv = house.person("Liv Stone", tz="America/New_York")
        mei = house.person("Mei Tan", tz="Asia/Singapore")
        design = house.channel("design", [noor])
        house.team("Design", lead=noor, channel=design, country="NL")
        return cls(house, noor, sanne, liv, mei, house.channel("general", [noor, sanne, liv, mei]), design)

    def sets_up(self, *, start: bool = True, by: Person | None = None, **also: Any) -> None:
        """The weekly of Sanne, Liv and Mei, on Mondays at nine; `also` are fields of the form."""
        who = by or self.noor
        self.fills_in(who, **also).submits()
        assert "Being set up" in who.form, (who.form, who.visitor.has_modal and who.errors)
        if start:
            who.presses("Start")
            assert "Running" in who.form, who.form
            who.closes()

    def fills_in(self, who: Person, **also: Any) -> Person:
        """The form of a new one, not sent yet."""
        who.types("/checkin new")
        people = [self.sanne, self.liv, self.mei]
        usual = {"name": "Weekly", "people": people, "channel": self.general, "first_day": "2026-10-19"}
        return who.fills(**usual | also)

    def answers(self, who: Person, **said: str) -> None:
        """From the newest prompt or reminder; `said` by what is asked."""
        who.presses("checkin.answer")
        who.fills(**said).submits()

    def summary(self, reader: Person | None = None) -> str:
        """The newest message in the channel of the summaries."""
        who = reader or self.noor
        return who.visitor.sees(self.general)[-1]

    def prompts(self, who: Person) -> list[str]:
        """The first lines of all prompts that somebody got."""
        return [line for line in who.dm.splitlines() if line.startswith(("👋", "✅", "⏭️"))]

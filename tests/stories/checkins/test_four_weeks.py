"""Issue 5, how it is seen: a weekly over three zones, four weeks, two clock changes, and what happens in a life."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from sandbox.messages import Message
from tests.stories.checkins.office import CAME, ELSE, IN_THE_WAY, MOOD, PLAN, Office
from tests.stories.driver import Person

AMSTERDAM, NEW_YORK, SINGAPORE = "Europe/Amsterdam", "America/New_York", "Asia/Singapore"

LAST_SUMMARY = """\
Weekly, 9 November 2026
2 of 2 answered
Blockers
• 🤝 liv: No photos yet · R-1 to Design: Accepted
What came of your plan?
• liv: The banner is there
• sanne: Het is klaar
What will you do next that other teams should know?
• sanne: De nieuwsbrief
How is the collaboration going?
😀 1 · 🙂 1
Public holiday: mei
[Show all answers]"""

IN_DUTCH = """\
Weekly, 9 november 2026
2 van 2 geantwoord
Blokkades
• 🤝 liv: No photos yet · R-1 aan Design: Aangenomen
What came of your plan?
• liv: The banner is there
• sanne: Het is klaar
What will you do next that other teams should know?
• sanne: De nieuwsbrief
How is the collaboration going?
😀 1 · 🙂 1
Feestdag: mei
[Alle antwoorden tonen]"""


def test_a_weekly_over_three_zones_for_four_weeks(office: Office) -> None:
    """CHK-1 to CHK-6, CHK-8: every prompt came once, at nine there, and the summaries read well in both languages."""
    bram = office.house.person("Bram Vos")
    els = office.house.person("Els Mol", locale="nl-NL")
    office.sets_up(people=[office.sanne, office.liv, office.mei, bram], observers=[els])

    first_week(office, bram)
    office.house.lets(lambda: office.house.sandbox.happenings.changes(bram.visitor.person, deleted=True))
    second_week(office)
    third_week(office)
    fourth_week(office)

    assert asked_at(office.sanne, AMSTERDAM) == ["10-19 09:00", "10-26 09:00", "11-02 09:00", "11-09 09:00"]
    assert asked_at(office.liv, NEW_YORK) == ["10-19 09:00", "10-26 09:00", "11-09 09:00"]
    assert asked_at(office.mei, SINGAPORE) == ["10-19 09:00", "10-26 09:00", "11-02 09:00"]
    assert asked_at(bram, AMSTERDAM) == ["10-19 09:00"]
    assert len(office.noor.visitor.sees(office.general)) == 4
    assert office.summary() == LAST_SUMMARY
    assert els.visitor.sees(els.visitor.app)[-1] == IN_DUTCH


def first_week(office: Office, bram: Person) -> None:
    """Liv is blocked by Design and asks it; Bram skips."""
    office.house.moves_to("2026-10-19 15:05")
    office.answers(office.liv, **{PLAN: "A banner", IN_THE_WAY: "No photos yet", "q3_team": "Design", MOOD: "😐 So-so"})
    office.liv.presses("Ask Design")
    office.liv.submits()
    office.liv.closes()
    bram.presses("Skip")
    office.house.moves_to("2026-10-20 10:00")
    assert "• 🆕 liv: No photos yet · R-1 to Design: Unanswered" in office.summary()
    assert "Skipped: bram\nNot heard from: mei and sanne" in office.summary()
    office.noor.presses("Accept", on=office.noor.latest(office.design))
    office.noor.fills(promised="2026-11-20").submits()


def second_week(office: Office) -> None:
    """Europe has put its clocks back: nine in New York is two in the afternoon in Amsterdam."""
    office.house.moves_to("2026-10-26 14:05")
    office.liv.presses("Answer")
    assert "> A banner" in office.liv.form
    assert "⛔ No photos yet: Design has it as R-1. Accepted." in office.liv.form
    office.liv.fills(**{CAME: "Not yet", ELSE: None}).submits()
    office.house.moves_to("2026-10-27 09:00")
    assert "• 🤝 liv: No photos yet · R-1 to Design: Accepted" in office.summary()
    assert "bram" not in office.summary()


def third_week(office: Office) -> None:
    """Liv is on vacation; New York has put its clocks back too."""
    office.liv.types("/checkin away")
    office.liv.fills(first_day="2026-11-01", last_day="2026-11-07").submits()
    office.liv.closes()
    office.house.moves_to("2026-11-03 09:00")
    assert "Away: liv\nNot heard from: mei and sanne" in office.summary()


def fourth_week(office: Office) -> None:
    """A holiday in Singapore."""
    office.house.moves_to("2026-11-09 15:05")
    office.answers(office.liv, **{CAME: "The banner is there", MOOD: "🙂 Good"})
    office.sanne.presses("checkin.answer")
    office.sanne.fills(q1="Het is klaar", q2="De nieuwsbrief", q4="😀 Heel goed").submits()
    office.house.moves_to("2026-11-10 09:00")


def asked_at(person: Person, tz: str) -> list[str]:
    """When each prompt came, as the clock there shows it."""
    sent = [message for message in person.visitor.messages(person.visitor.app) if _is_prompt(message)]
    return [f"{datetime.fromtimestamp(float(each.ts), UTC).astimezone(ZoneInfo(tz)):%m-%d %H:%M}" for each in sent]


def _is_prompt(message: Message) -> bool:
    is_reminder = "waits for you" in message.text or "wacht op je" in message.text
    return "Weekly" in message.text and "R-1" not in message.text and not is_reminder

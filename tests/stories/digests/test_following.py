"""A digest that stands is kept true for a week, whatever kind of thing has changed (DIG-7)."""

from tests.stories.digests.office import Office


def test_a_decision_an_area_and_a_check_in_change_in_the_digest_that_stands(office: Office) -> None:
    office.sets_up(office.noor, office.design)
    office.noor.closes()
    proposes_a_term(office)
    adds_an_area(office)
    starts_a_check_in(office)
    office.house.moves_to("2026-11-30 09:00")
    first = office.digest(office.noor, office.design)
    assert all(each in first for each in ("Payment term", "Payments", "Weekly")), first

    office.noor.presses("decision.decide")
    if office.noor.form:
        office.noor.submits()
    decided = office.digest(office.noor, office.design)
    office.jan.types("/owner payments")
    office.jan.presses("area.claim")
    claimed = office.digest(office.noor, office.design)
    office.jan.presses("checkin.answer")
    office.jan.fills(**{"What will you do next that other teams should know?": "A banner"}).submits()
    answered = office.digest(office.noor, office.design)
    assert len({first, decided, claimed, answered}) == 4
    assert len(office.editions(office.design)) == 1


def test_who_answers_anonymously_is_not_given_away_by_a_count_that_grows(office: Office) -> None:
    """Principle 5."""
    office.sets_up(office.noor, office.design)
    office.noor.closes()
    starts_a_check_in(office, how=["anonymous"])
    office.house.moves_to("2026-11-30 09:00")
    office.jan.presses("checkin.answer")
    office.jan.fills(**{"What will you do next that other teams should know?": "A banner"}).submits()
    assert office.editions(office.design)[-1].edited_ts is None


def proposes_a_term(office: Office) -> None:
    office.sanne.types("/decision")
    about = {"title": "Payment term", "text": "Two weeks.", "decider": office.noor, "teams": ["Design"]}
    office.sanne.fills(**about, consulted=[office.jan], until="2026-12-04").submits()
    assert not office.sanne.form, office.sanne.errors


def adds_an_area(office: Office) -> None:
    office.noor.types("/owner add Payments")
    office.noor.fills(team="Design", owner=None, description="All that customers pay").submits()
    assert not office.noor.form, office.noor.errors


def starts_a_check_in(office: Office, **also: object) -> None:
    office.noor.types("/checkin new")
    usual = {"name": "Weekly", "people": [office.jan], "channel": office.design}
    office.noor.fills(**usual, first_day="2026-11-30", time="08:00", tz="Europe/Amsterdam", **also).submits()
    office.noor.presses("Start")
    office.noor.closes()

"""Reading one digest is enough to act, and what stands in it stays true (DIG-2, DIG-3, DIG-5; issue 8, point 7)."""

from tests.stories.digests.office import Office


def test_a_request_is_accepted_from_the_digest_and_the_digest_then_says_so(office: Office) -> None:
    office.sets_up(office.noor, office.design)
    office.noor.closes()
    office.asks()
    office.house.moves_to("2026-11-30 09:00")
    assert "[Accept]" in office.digest(office.noor, office.design)
    office.jan.presses("request.accept", on=office.editions(office.design)[-1])
    office.jan.fills(promised="2026-12-18").submits()
    assert "[Accept]" not in office.digest(office.noor, office.design)
    assert "jan" in office.digest(office.noor, office.design)
    assert len(office.editions(office.design)) == 1


def test_what_happens_elsewhere_changes_the_digest_that_stands(office: Office) -> None:
    """DIG-7: a corrected digest updates the first."""
    office.sets_up(office.noor, office.design)
    office.noor.closes()
    office.asks()
    office.house.moves_to("2026-11-30 09:00")
    before = office.digest(office.noor, office.design)
    office.noor.types("/request R-1")
    office.noor.presses("Decline")
    office.noor.fills(reason="We have no time this month.").submits()
    assert office.digest(office.noor, office.design) != before
    assert len(office.editions(office.design)) == 1


def test_last_weeks_digest_is_history_and_does_not_change_any_more(office: Office) -> None:
    office.sets_up(office.noor, office.design)
    office.noor.closes()
    office.asks()
    office.house.moves_to("2026-12-07 09:00")
    first = office.editions(office.design)[0]
    edited = first.edited_ts
    office.noor.presses("Accept", on=office.editions(office.design)[-1])
    office.noor.fills(promised="2026-12-18").submits()
    assert first.edited_ts == edited
    assert office.editions(office.design)[-1].edited_ts is not None


def test_who_may_not_act_is_told_who_can(office: Office) -> None:
    office.sets_up(office.noor, office.general)
    office.noor.closes()
    office.asks()
    office.house.moves_to("2026-11-30 09:00")
    office.kim.presses("request.accept", on=office.editions(office.general)[-1])
    assert not office.kim.form
    assert "can do this" in office.kim.sees(office.general)


def test_the_preview_is_for_the_asker_alone(office: Office) -> None:
    """DIG-5."""
    office.sets_up(office.noor, office.design)
    office.noor.closes()
    office.asks()
    office.noor.types("/digest", office.design)
    assert "New banner" in office.noor.sees(office.design).split("preview")[0]
    assert "next: 30 Nov 2026" in office.noor.sees(office.design)
    assert office.editions(office.design) == []
    assert "next: 30 Nov" not in office.jan.sees(office.design)


def test_show_all_opens_everything_in_pages(office: Office) -> None:
    """DIG-3."""
    office.sets_up(office.noor, office.design)
    office.noor.closes()
    office.house.moves_to("2026-11-30 08:30")
    office.asks_often(11)
    office.house.moves_to("2026-11-30 09:00")
    shown = office.digest(office.noor, office.design)
    assert sum(f"Banner {number:02}" in shown for number in range(11)) <= 10
    office.noor.presses("digest.all", on=office.editions(office.design)[-1])
    seen = office.noor.form
    while "[More]" in office.noor.form:
        office.noor.presses("More")
        seen += office.noor.form
    assert [number for number in range(11) if f"Banner {number:02}" not in seen] == []
    office.noor.presses("Back")
    assert "[More]" in office.noor.form


def test_show_all_works_from_the_preview_too(office: Office) -> None:
    office.sets_up(office.noor, office.design)
    office.noor.closes()
    office.asks_often(7)
    office.noor.types("/digest", office.design)
    office.noor.presses("digest.all")
    assert all(f"Banner {number:02}" in office.noor.form for number in range(7))

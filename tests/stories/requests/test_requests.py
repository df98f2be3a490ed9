"""A request travels from one team to another and back (REQ-1 to REQ-9)."""

from sandbox.channels import Channel
from tests.stories.driver import House, Person
from tests.stories.driver.statements import counted
from tests.stories.requests.conftest import Ask


def test_a_request_travels_to_the_other_team_and_back(sanne: Person, jan: Person, design: Channel, ask: Ask) -> None:
    """REQ-1 to REQ-5, REQ-8."""
    ask()
    jan.presses("Accept", on=jan.latest(design))
    jan.fills(promised="2026-11-27").submits()
    jan.presses("Blocked", on=jan.latest(design))
    jan.fills(what="We have no photos").submits()
    jan.presses("Unblock", on=jan.latest(design))
    jan.presses("Done", on=jan.latest(design))
    assert jan.sees(design).startswith("R-1 · New banner\n✅ Done\nsanne asks Design · owner: jan")
    assert jan.sees_thread(jan.latest(design)).splitlines() == [
        "jan accepted it and promises 27 November 2026",
        "jan: blocked: We have no photos",
        "jan: nothing is in the way any more",
        "jan says that it is done",
    ]
    sanne.presses("Bevestigen")
    sanne.types("/request R-1")
    assert "🏁 Klaar en bevestigd" in sanne.form
    assert "vandaag 09:00 — jan nam het aan en belooft 27 november 2026" in sanne.form


def test_the_form_of_a_step_is_drawn_without_the_history(house: House, jan: Person, design: Channel, ask: Ask) -> None:
    ask()
    with counted(house) as asked:
        jan.presses("Accept", on=jan.latest(design))
    assert "🆕 Unanswered" in jan.form
    assert [statement for statement in asked if "request_events" in statement] == []


def test_a_command_that_names_the_team_fills_in_the_form(
    house: House, sanne: Person, jan: Person, design: Channel
) -> None:
    sanne.types("/request #design A new banner & logo")
    assert "Welk team vraag je het?: Design" in sanne.form
    assert "A new banner & logo" in sanne.form


def test_nothing_is_sent_before_the_form_says_what_and_why(sanne: Person, design: Channel, ask: Ask) -> None:
    sanne.types("/request New banner")
    sanne.fills(team="Design", why="  ", needed_by="2026-11-01").submits()
    assert sanne.errors == {"why": "Vul dit in: het andere team heeft het nodig om je te helpen."}
    sanne.fills(why="The launch").submits()
    assert sanne.errors == {"needed_by": "1 november 2026 is al voorbij. Kies vandaag of later."}
    sanne.fills(needed_by="2026-11-30").submits()
    assert not sanne.form


def test_two_people_accept_at_once_and_one_becomes_owner(
    house: House, noor: Person, jan: Person, design: Channel, ask: Ask
) -> None:
    """REQ-6."""
    ask()
    for each in (jan, noor):
        each.presses("Accept", on=each.latest(design))
        each.fills(promised="2026-11-27")
    house.at_once(jan.visitor.submits, noor.visitor.submits)
    won, lost = (jan, noor) if not jan.form else (noor, jan)
    assert f"owner: {won.name}" in won.sees(design)
    assert lost.errors == {"promised": f"{won.name} has R-1 already."}
    assert won.sees_thread(won.latest(design)).count("accepted") == 1


def test_a_declined_request_tells_why_and_can_be_asked_again(
    sanne: Person, jan: Person, design: Channel, ask: Ask
) -> None:
    ask()
    jan.presses("Decline", on=jan.latest(design))
    jan.fills(reason="We do not make banners").submits()
    assert "jan wees het af: We do not make banners" in sanne.dm
    sanne.presses("Heropenen")
    sanne.fills(reason="Support cannot either").submits()
    assert "🆕 Unanswered" in jan.sees(design)


def test_another_date_is_proposed_and_agreed(sanne: Person, jan: Person, design: Channel, ask: Ask) -> None:
    ask()
    jan.chooses("⋯", "Propose another date", on=jan.latest(design))
    jan.fills(proposed="2026-12-03", reason="We are full until then").submits()
    assert "📅 Another date proposed" in jan.sees(design)
    sanne.presses("Akkoord")
    assert "promised for 3 Dec 2026" in jan.sees(design)
    assert "owner: jan" in jan.sees(design)


def test_a_date_that_does_not_work_leaves_everything_as_it_was(
    sanne: Person, jan: Person, design: Channel, ask: Ask
) -> None:
    ask()
    jan.chooses("⋯", "Propose another date", on=jan.latest(design))
    jan.fills(proposed="2026-12-03").submits()
    sanne.presses("Die datum kan niet")
    assert "🆕 Unanswered" in jan.sees(design)
    assert "no owner yet" in jan.sees(design)


def test_a_question_waits_for_the_requester_and_an_answer_goes_on(
    sanne: Person, jan: Person, design: Channel, ask: Ask
) -> None:
    ask()
    jan.chooses("⋯", "Ask the requester", on=jan.latest(design))
    jan.fills(question="Which size?").submits()
    assert "💬 Waiting for the requester" in jan.sees(design)
    sanne.presses("Antwoorden")
    assert "Which size?" in sanne.form
    sanne.fills(answer="Full width").submits()
    assert "🆕 Unanswered" in jan.sees(design)
    assert "sanne answers: Full width" in jan.sees_thread(jan.latest(design))


def test_a_handover_keeps_the_number_and_needs_the_other_team(
    sanne: Person, jan: Person, kim: Person, design: Channel, support: Channel, ask: Ask
) -> None:
    """REQ-6."""
    ask()
    jan.presses("Accept", on=jan.latest(design))
    jan.fills(promised="2026-11-27").submits()
    jan.chooses("⋯", "Hand over to another team", on=jan.latest(design))
    jan.fills(team="Support", reason="They have the template").submits()
    assert "R-1 is no longer here: Support has it now." in jan.sees(design)
    assert "🆕 Unanswered" in kim.sees(support)
    assert "no owner yet" in kim.sees(support)
    sanne.types("/request R-1")
    assert "jan droeg het over van Design aan Support, dat het moet aannemen: They have the template" in sanne.form


def test_someone_who_is_assigned_owns_it_without_being_asked(
    noor: Person, jan: Person, design: Channel, ask: Ask
) -> None:
    ask()
    noor.presses("Assign", on=noor.latest(design))
    noor.fills(owner=jan, promised="2026-11-27").submits()
    assert "owner: jan" in noor.sees(design)
    assert "noor made jan the owner, promised for 27 November 2026" in jan.dm


def test_the_blocking_team_sees_it_and_lifts_it_with_one_click(
    jan: Person, kim: Person, design: Channel, support: Channel, ask: Ask
) -> None:
    """REQ-9."""
    ask()
    jan.presses("Accept", on=jan.latest(design))
    jan.fills(promised="2026-11-27").submits()
    jan.presses("Blocked", on=jan.latest(design))
    jan.fills(what="The photos are with them", team="Support").submits()
    assert "R-1 of Design cannot go on, and you can lift it: The photos are with them" in kim.sees(support)
    kim.presses("Unblock", on=kim.latest(support))
    assert "is not blocked any more" in kim.sees(support)
    assert "🤝 Accepted" in jan.sees(design)


def test_a_step_that_is_not_theirs_says_whose_it_is(kim: Person, design: Channel, support: Channel, ask: Ask) -> None:
    """REQ-4."""
    ask()
    kim.joins(design)
    kim.presses("Accept", on=kim.latest(design))
    assert "Only the people of Design can do this." in kim.sees(design)
    assert not kim.form


def test_the_requester_withdraws_and_the_card_says_so(sanne: Person, jan: Person, design: Channel, ask: Ask) -> None:
    ask()
    sanne.presses("Intrekken")
    sanne.fills(reason="The launch is off").submits()
    assert "↩️ Withdrawn" in jan.sees(design)
    assert "sanne withdrew it: The launch is off" in jan.sees_thread(jan.latest(design))

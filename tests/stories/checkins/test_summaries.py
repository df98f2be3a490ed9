"""What a round came to (CHK-5, CHK-6, CHK-9)."""

from sandbox.faults import Fault, Kind
from sandbox.messages import Message
from slackapp.queries.checkins.history import records
from tests.stories.checkins.office import CAME, ELSE, IN_THE_WAY, MOOD, PLAN, Office


def leads_to(message: Message, other: Message) -> bool:
    """Whether one leads to the other."""
    return f"/archives/{other.channel}/p{other.ts.replace('.', '')}" in str(message.blocks)


def test_the_summary_reads_blockers_first_then_by_question_then_who_is_missing(office: Office) -> None:
    """CHK-5."""
    office.sets_up()
    office.house.moves_to("2026-10-19 15:00")
    office.answers(office.liv, **{CAME: "All of it", PLAN: "A banner", IN_THE_WAY: "No photos", MOOD: "🙂 Good"})
    office.mei.presses("Skip")
    office.house.moves_to("2026-10-19 22:59")
    assert office.noor.sees(office.general) == ""
    office.house.moves_to("2026-10-19 23:00")
    assert office.noor.sees(office.general).splitlines() == [
        "Weekly, 19 October 2026",
        "1 of 3 answered",
        "Blockers",
        "• ⛔ liv: No photos",
        CAME,
        "• liv: All of it",
        PLAN,
        "• liv: A banner",
        MOOD,
        "🙂 1",
        "Skipped: mei",
        "Not heard from: sanne",
        "[Show all answers]",
    ]


def test_a_late_answer_updates_the_summary_in_place(office: Office) -> None:
    """CHK-5."""
    office.sets_up()
    office.house.moves_to("2026-10-20 09:00")
    assert "0 of 3 answered" in office.summary()
    office.answers(office.liv, **{PLAN: "A banner"})
    assert "1 of 3 answered" in office.summary()
    assert len(office.noor.visitor.sees(office.general)) == 1
    office.house.moves_to("2026-10-27 09:00")
    office.sanne.presses("Antwoorden", on=office.sanne.visitor.messages(office.sanne.visitor.app)[0])
    office.sanne.fills(q2="Een banner").submits()
    assert "was meer dan een week geleden afgelopen" in next(iter(office.sanne.errors.values()))


def test_a_live_round_is_told_in_one_thread_as_answers_come(office: Office) -> None:
    """CHK-5."""
    office.sets_up(how=["live"])
    office.house.moves_to("2026-10-19 15:00")
    assert "0 of 3 answered · open until" in office.summary()
    office.answers(office.liv, **{PLAN: "A banner", MOOD: "🙂 Good"})
    assert "1 of 3 answered · open until" in office.summary()
    thread = office.noor.sees_thread(office.noor.latest(office.general))
    assert thread == f"liv has answered\n• {PLAN} A banner\n• {MOOD} 🙂 Good"
    office.house.moves_to("2026-10-19 23:00")
    assert len(office.noor.visitor.sees(office.general)) == 1
    assert "open until" not in office.summary()


def test_a_blocker_becomes_a_request_in_one_click_and_is_not_asked_again(office: Office) -> None:
    """CHK-6."""
    office.sets_up()
    office.house.moves_to("2026-10-19 15:00")
    office.answers(office.liv, **{IN_THE_WAY: "No photos yet", "q3_team": "Design"})
    office.liv.presses("Ask Design")
    office.liv.submits()
    assert "⛔ No photos yet: Design has it as R-1. Unanswered." in office.liv.form
    office.liv.closes()
    assert "R-1 · No photos yet" in office.noor.sees(office.design)
    office.noor.types("/request R-1")
    assert "From the check-in Weekly of 19 October 2026:" in office.noor.form
    assert "the message it came from" not in office.noor.form
    office.noor.closes()
    office.house.moves_to("2026-10-19 23:01")
    assert "• 🆕 liv: No photos yet · R-1 to Design: Unanswered" in office.summary()
    assert "R-1 follows this up; Design has it." in office.noor.sees_thread(office.noor.latest(office.general))
    assert "the message it came from" in office.noor.sees(office.design)
    assert leads_to(office.noor.latest(office.design), office.noor.latest(office.general))
    office.noor.presses("Accept", on=office.noor.latest(office.design))
    office.noor.fills(promised="2026-11-20").submits()
    office.house.moves_to("2026-10-26 14:00")
    office.liv.presses("Answer")
    assert "⛔ No photos yet: Design has it as R-1. Accepted." in office.liv.form
    assert IN_THE_WAY not in office.liv.form
    office.liv.fills(**{ELSE: "No wheels either"}).submits()
    office.house.moves_to("2026-10-26 23:00")
    assert "• ⛔ liv: No wheels either" in office.summary()
    assert "• 🤝 liv: No photos yet · R-1 to Design: Accepted" in office.summary()


def test_a_request_leads_to_a_summary_that_slack_took_late(office: Office) -> None:
    """CHK-6."""
    office.sets_up()
    office.house.moves_to("2026-10-19 15:00")
    office.answers(office.liv, **{IN_THE_WAY: "No photos yet", "q3_team": "Design"})
    office.liv.presses("Ask Design")
    office.liv.submits()
    office.liv.closes()
    office.house.sandbox.faults.until_cleared(Fault("chat.postMessage", Kind.UNAVAILABLE, channel=office.general.id))
    office.house.moves_to("2026-10-19 23:20")
    assert "the message it came from" not in office.noor.sees(office.design)
    office.house.sandbox.faults.clear()
    office.house.moves_to("2026-10-20 01:00")
    assert leads_to(office.noor.latest(office.design), office.noor.latest(office.general))


def test_a_live_round_tells_its_thread_of_a_request_once(office: Office) -> None:
    office.sets_up(how=["live"])
    office.house.moves_to("2026-10-19 15:00")
    office.answers(office.liv, **{IN_THE_WAY: "No photos yet", "q3_team": "Design"})
    office.liv.closes()
    summary = office.noor.latest(office.general)
    office.noor.presses("Ask Design for liv", on=summary)
    office.noor.submits()
    office.house.moves_to("2026-10-20 09:00")
    assert office.noor.sees_thread(summary).count("R-1 follows this up; Design has it.") == 1


def test_a_request_about_a_blocker_is_no_secret(office: Office) -> None:
    """REQ-13: whoever reads the summary reads of it, so the form does not offer to keep it private."""
    office.sets_up()
    office.house.moves_to("2026-10-19 15:00")
    office.answers(office.liv, **{IN_THE_WAY: "No photos yet", "q3_team": "Design"})
    office.liv.presses("Ask Design")
    assert "Customer" in office.liv.form
    assert "Keep private" not in office.liv.form


def test_a_blocker_is_asked_about_again_once_its_request_has_ended(office: Office) -> None:
    office.sets_up()
    office.house.moves_to("2026-10-19 15:00")
    office.answers(office.liv, **{IN_THE_WAY: "No photos yet", "q3_team": "Design"})
    office.liv.presses("Ask Design")
    office.liv.submits()
    office.liv.closes()
    office.noor.presses("Done", on=office.noor.latest(office.design))
    office.house.moves_to("2026-10-26 14:00")
    office.liv.presses("checkin.answer", on=office.liv.latest(office.liv.visitor.app))
    assert "Design has it as R-1. Done." in office.liv.form
    assert IN_THE_WAY in office.liv.form


def test_anybody_who_reads_the_summary_asks_the_team_and_only_the_first_time(office: Office) -> None:
    """CHK-6: linked with the message of the summary, both ways."""
    office.sets_up()
    office.house.moves_to("2026-10-19 15:00")
    office.answers(office.liv, **{IN_THE_WAY: "No photos yet", "q3_team": "Design"})
    office.liv.closes()
    office.house.moves_to("2026-10-20 09:00")
    summary = office.sanne.latest(office.general)
    office.mei.presses("Ask Design for liv", on=summary)
    office.sanne.presses("Ask Design for liv", on=summary)
    office.sanne.submits()
    assert not office.sanne.form
    office.mei.submits()
    assert list(office.mei.errors.values()) == ["This blocker is R-1 already."]
    assert "the message it came from, as it was on" in office.noor.sees(office.design)
    assert "R-1 follows this up; Design has it." in office.noor.sees_thread(summary)
    assert "• 🆕 liv: No photos yet · R-1 to Design: Unanswered" in office.summary()
    assert "[Ask Design for liv]" not in office.summary()


def test_the_history_shows_participation_by_team_and_each_round(office: Office) -> None:
    """CHK-9."""
    sales = office.house.channel("sales", [office.liv])
    office.house.team("Sales", lead=office.liv, members=[office.mei], channel=sales)
    office.sets_up()
    office.house.moves_to("2026-10-19 15:00")
    office.answers(office.liv, **{PLAN: "=A banner", MOOD: "🙂 Good"})
    office.house.moves_to("2026-10-27 09:00")
    office.noor.types("/checkin history")
    assert "19 October 2026 · 1 of 3 answered\nno team 0/1 · Sales 1/2" in office.noor.form
    office.noor.presses("checkin.round", which=1)
    assert "• liv: =A banner" in office.noor.form
    office.noor.closes()
    office.noor.presses("Send me the answers (CSV)")
    office.noor.closes()
    content = office.noor.latest(office.noor.visitor.app).files[0].content or b""
    table = content.decode("utf-8-sig").splitlines()
    assert table[0] == "Round,Person,Question,Answer,Team,Request"
    assert f"2026-10-19,liv,{PLAN},'=A banner,," in table
    assert f"2026-10-19,liv,{MOOD},🙂 Good,," in table


def test_the_history_stays_as_it_was_when_teams_come_and_change(office: Office) -> None:
    sales = office.house.channel("sales", [office.liv])
    office.sets_up(people=[office.liv, office.sanne])
    office.house.moves_to("2026-10-20 09:00")
    office.house.team("Sales", lead=office.liv, members=[office.sanne], channel=sales)
    office.noor.types("/checkin history")
    assert "0 of 2 answered\nno team 0/2" in office.noor.form
    office.noor.closes()
    office.house.moves_to("2026-10-27 09:00")
    office.noor.types("/checkin history")
    assert "26 October 2026 · 0 of 2 answered\nSales 0/2" in office.noor.form
    assert "19 October 2026 · 0 of 2 answered\nno team 0/2" in office.noor.form


def test_a_summary_in_a_private_channel_is_read_by_its_members_alone(office: Office) -> None:
    board = office.house.channel("board", [office.noor, office.liv], private=True)
    office.sets_up(channel=board)
    office.house.moves_to("2026-10-19 23:00")
    office.sanne.types("/checkin history")
    assert "Er zijn geen check-ins waarvan je de antwoorden kunt lezen." in office.sanne.dm
    office.liv.types("/checkin history")
    assert "19 October 2026" in office.liv.form
    read, about = office.house.app.database.read_now, {"checkin": 1}
    taken = [read(records, office.house.workspace_id, about | {"person": who.id}) for who in (office.liv, office.sanne)]
    assert [bool(each.rounds) for each in taken] == [True, False]
    eve = office.house.person("Eve")
    eve.types("/checkin list")
    assert "Weekly" not in eve.dm

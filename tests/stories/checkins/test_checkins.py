"""People are asked, and answer or do not (CHK-1 to CHK-4)."""

from tests.stories.checkins.office import CAME, MOOD, PLAN, Office


def test_a_prompt_comes_at_nine_of_everybodys_own_day(office: Office) -> None:
    """CHK-2."""
    office.sets_up()
    office.house.moves_to("2026-10-19 02:59")
    assert office.mei.dm == ""
    office.house.moves_to("2026-10-19 03:00")
    assert "👋 Weekly: 4 questions, about a minute. Open until" in office.mei.dm
    assert office.sanne.dm == ""
    office.house.moves_to("2026-10-19 09:00")
    assert "👋 Weekly: 4 vragen, ongeveer een minuut." in office.sanne.dm
    office.house.moves_to("2026-10-19 14:59")
    assert office.liv.dm == ""
    office.house.moves_to("2026-10-19 15:00")
    assert len(office.prompts(office.liv)) == 1


def test_answers_can_be_changed_until_the_round_closes_and_the_last_word_counts(office: Office) -> None:
    """CHK-4."""
    office.sets_up()
    office.house.moves_to("2026-10-19 15:00")
    office.answers(office.liv, **{PLAN: "A banner", MOOD: "🙂 Good"})
    assert "✅ Weekly: you have answered. Thank you!" in office.liv.dm
    office.liv.presses("Change my answers")
    assert f"{PLAN} (optional): A banner" in office.liv.form
    office.liv.fills(**{PLAN: "Two banners", MOOD: None}).submits()
    office.house.moves_to("2026-10-19 23:00")
    assert "• liv: Two banners" in office.summary()
    assert "🙂" not in office.summary()


def test_what_was_planned_stands_above_the_questions_the_next_time(office: Office) -> None:
    """CHK-4."""
    office.sets_up()
    office.house.moves_to("2026-10-19 15:00")
    office.answers(office.liv, **{PLAN: "The <!channel> banner"})
    office.house.moves_to("2026-10-26 14:00")
    assert "Last time you planned: The <!channel> banner" in office.liv.dm
    office.liv.presses("Answer")
    form = office.liv.form
    assert form.index("> The <!channel> banner") < form.index(CAME)


def test_somebody_answers_early_and_is_not_asked_again(office: Office) -> None:
    """CHK-4."""
    office.sets_up()
    office.liv.types("/checkin")
    office.liv.presses("Answer early")
    office.liv.fills(**{PLAN: "A banner"}).submits()
    assert not office.liv.form
    office.house.moves_to("2026-10-19 15:00")
    assert office.prompts(office.liv) == []
    office.house.moves_to("2026-10-19 23:00")
    assert "• liv: A banner" in office.summary()


def test_one_reminder_comes_half_way_to_those_who_have_not_answered(office: Office) -> None:
    """CHK-4: and the answer from the reminder is as good."""
    office.sets_up()
    office.house.moves_to("2026-10-19 12:59")
    assert "wacht op je" not in office.sanne.dm
    office.house.moves_to("2026-10-19 15:00")
    assert office.sanne.dm.count("Weekly wacht op je") == 1
    office.sanne.presses("Antwoorden", on=office.sanne.latest(office.sanne.visitor.app))
    office.sanne.fills(q2="Een banner").submits()
    office.answers(office.liv, **{PLAN: "A banner"})
    office.house.moves_to("2026-10-25 23:00")
    assert "waits for you" not in office.liv.dm
    assert office.mei.dm.count("Weekly waits for you") == 1
    assert office.sanne.dm.count("Weekly wacht op je") == 1


def test_a_skip_ends_the_reminders_and_is_no_failing(office: Office) -> None:
    office.sets_up()
    office.house.moves_to("2026-10-19 15:00")
    office.liv.presses("Skip")
    assert "⏭️ Weekly: you skip this round." in office.liv.dm
    office.house.moves_to("2026-10-19 23:00")
    assert "waits for you" not in office.liv.dm
    assert "Skipped: liv" in office.summary()
    office.liv.presses("Answer after all")
    office.liv.fills(**{PLAN: "A banner"}).submits()
    assert "Skipped" not in office.summary()
    assert "• liv: A banner" in office.summary()


def test_not_this_week_skips_every_day_until_sunday(office: Office) -> None:
    office.sets_up(weekdays=["0", "2"])
    office.house.moves_to("2026-10-19 15:00")
    office.liv.presses("Not this week")
    office.house.moves_to("2026-10-21 20:00")
    assert len(office.prompts(office.liv)) == 1
    office.house.moves_to("2026-10-26 20:00")
    assert len(office.prompts(office.liv)) == 2


def test_an_answer_that_says_nothing_is_not_taken(office: Office) -> None:
    office.sets_up()
    office.house.moves_to("2026-10-19 15:00")
    office.liv.presses("Answer")
    office.liv.submits()
    assert list(office.liv.errors.values()) == ["Answer at least one question, or skip this round."]


def test_days_off_skip_somebody_and_their_own_word_wins_over_a_holiday(office: Office) -> None:
    """CHK-3: 9 November is a holiday in Singapore, and Mei works."""
    office.sets_up(first_day="2026-11-02")
    office.liv.types("/checkin away")
    office.liv.fills(first_day="2026-11-02", last_day="2026-11-05").submits()
    assert "You are not asked from 2 November 2026 until 5 November 2026." in office.liv.form
    office.liv.closes()
    office.mei.types("/checkin away")
    office.mei.fills(way="there", first_day="2026-11-09", last_day="2026-11-09").submits()
    office.mei.closes()
    office.house.moves_to("2026-11-02 23:30")
    assert office.liv.dm == ""
    assert "Away: liv" in office.summary()
    office.house.moves_to("2026-11-09 02:00")
    assert len(office.prompts(office.mei)) == 2


def test_who_says_on_the_prompt_that_they_are_away_is_left_alone(office: Office) -> None:
    """CHK-3."""
    office.sets_up()
    office.house.moves_to("2026-10-19 15:00")
    office.liv.presses("I am away")
    office.liv.submits()
    office.liv.closes()
    assert "🌴 Weekly: you are away, so you are not asked." in office.liv.dm
    office.house.moves_to("2026-10-19 23:00")
    assert "waits for you" not in office.liv.dm
    assert "Away: liv" in office.summary()


def test_a_holiday_skips_those_who_live_there_and_why_is_answered(office: Office) -> None:
    """CHK-3, and issue 5, point 7."""
    office.sets_up(first_day="2026-11-09")
    office.house.moves_to("2026-11-09 23:30")
    assert office.mei.dm == ""
    assert "Public holiday: mei" in office.summary()
    office.mei.types("/checkin weekly")
    office.mei.presses("Why was I not asked?")
    assert "Mon 9 Nov — you were not asked: it is a public holiday where you live" in office.mei.form


def test_who_only_reads_along_gets_the_summary_and_is_never_asked(office: Office) -> None:
    """CHK-3."""
    office.sets_up(observers=[office.noor], people=[office.sanne, office.noor, office.liv])
    office.house.moves_to("2026-10-19 15:00")
    office.answers(office.liv, **{PLAN: "A banner"})
    office.house.moves_to("2026-10-20 09:00")
    assert office.prompts(office.noor) == []
    assert "1 of 2 answered" in office.noor.dm
    assert "• liv: A banner" in office.noor.dm


def test_guests_answer_what_they_are_asked_and_read_no_more(office: Office) -> None:
    gus = office.house.person("Gus Guest", is_guest=True)
    office.sets_up(people=[gus, office.liv])
    office.house.moves_to("2026-10-19 09:00")
    gus.presses("Answer")
    gus.fills(**{PLAN: "A chair"}).submits()
    assert not gus.form
    gus.types("/checkin history")
    assert "There are no check-ins whose answers you can read." in gus.dm
    gus.types("/checkin new")
    assert "Guests can answer what they are asked, but not set up check-ins." in gus.dm

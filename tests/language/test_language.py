from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slackapp import language
from slackapp.language import Language, Placeholder, catalogue, placeholders
from slackapp.language.translations import translations

ENGLISH, DUTCH = Language("en"), Language("nl")
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
MONDAY = date(2026, 1, 5)
HALF_PAST_TWO = datetime(2026, 1, 5, 13, 30, tzinfo=UTC)

BAD_DUTCH = """
msgid "{who} asks"
msgstr "{wie} vraagt"

msgid "{n} day"
msgid_plural "{n} days"
msgstr[0] "{dag} dag"
msgstr[1] "{dagen} dagen"

#, fuzzy
msgid "Close"
msgstr "Dichtbij"

msgid "Open"
msgstr "Openen"
"""


@pytest.mark.parametrize(
    ("locale", "code"),
    [
        ("nl-NL", "nl"),
        ("nl_BE", "nl"),
        ("NL", "nl"),
        ("en-US", "en"),
        ("fr-FR", "en"),
        ("", "en"),
        (None, "en"),
    ],
)
def test_slack_says_a_locale_and_we_speak_the_nearest_language(locale: str | None, code: str) -> None:
    assert Language.of(locale).code == code


def test_who_has_no_language_of_ours_gets_the_workspaces() -> None:
    assert language.of("fr-FR", "nl-NL") == DUTCH
    assert language.of("fr-FR", "de-DE") == ENGLISH


def test_a_language_we_do_not_speak_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="fr"):
        Language("fr")


def test_a_language_can_be_the_key_of_a_cache() -> None:
    assert {Language.of("nl-NL"): 1}[Language.of("nl-BE")] == 1


def test_values_take_the_place_of_their_names() -> None:
    said = ENGLISH("{person} accepted {request}", person="Sanne", request="R-12")
    assert said == "Sanne accepted R-12"


def test_a_title_with_braces_is_shown_and_never_filled_in() -> None:
    said = ENGLISH("{title}, by {person}", title="{person} {0} {x.__class__}", person="Jan")
    assert said == "{person} {0} {x.__class__}, by Jan"


def test_a_value_that_was_forgotten_stays_visible() -> None:
    assert ENGLISH("{person} declined") == "{person} declined"


def test_an_unknown_text_is_shown_in_english() -> None:
    assert DUTCH("No translator saw {this}", this="one") == "No translator saw one"
    assert DUTCH("") == ""


@pytest.fixture
def bad_dutch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Language]:
    monkeypatch.setattr(catalogue, "LOCALE", tmp_path)
    translations.cache_clear()
    catalogue.path("nl").parent.mkdir(parents=True)
    catalogue.path("nl").write_text(BAD_DUTCH)
    yield DUTCH
    translations.cache_clear()


def test_a_broken_translation_gives_way_to_the_english(bad_dutch: Language) -> None:
    assert bad_dutch("{who} asks", who="Jan") == "Jan asks"
    assert bad_dutch.parts("{who} asks") == [Placeholder("who"), " asks"]
    assert bad_dutch.gettext("{who} asks") == "{who} asks"
    assert bad_dutch.many("{n} day", "{n} days", 1) == "1 day"
    assert bad_dutch.ngettext("{n} day", "{n} days", 2) == "{n} days"


def test_a_doubtful_translation_is_not_shown(bad_dutch: Language) -> None:
    assert bad_dutch("Close") == "Close"
    assert bad_dutch("Open") == "Openen"


def test_a_translation_that_asks_for_something_else_does_not_fit() -> None:
    assert placeholders.fits("{person} nam {request} aan", "{person} accepted {request}")
    assert not placeholders.fits("{persoon} nam {request} aan", "{person} accepted {request}")
    assert not placeholders.fits("%(naam)s", "%(name)s")


def test_one_and_many_are_told_apart_and_the_number_is_written_locally() -> None:
    assert ENGLISH.many("{n} request", "{n} requests", 1) == "1 request"
    assert ENGLISH.many("{n} request", "{n} requests", 0) == "0 requests"
    assert DUTCH.many("{n} ding van {who}", "{n} dingen van {who}", 1200, who="{n}") == "1.200 dingen van {n}"


def test_a_text_is_cut_at_its_placeholders_for_rich_text() -> None:
    assert ENGLISH.parts("{person} declined: {reason}") == [Placeholder("person"), " declined: ", Placeholder("reason")]


@given(
    st.lists(st.one_of(st.text(st.characters(exclude_characters="{}")), st.sampled_from(["{a}", "{b_2}", "{}", "{"])))
)
def test_the_parts_put_together_again_are_the_text(pieces: list[str]) -> None:
    text = "".join(pieces)
    again = [f"{{{part.name}}}" if isinstance(part, Placeholder) else part for part in placeholders.parts(text)]
    assert "".join(again) == text


@given(st.text(), st.text())
def test_filling_never_raises_and_keeps_values_as_they_are(title: str, person: str) -> None:
    said = ENGLISH("{title}|{person}", title=title, person=person)
    assert said == f"{title}|{person}"


def test_dates_are_written_the_readers_way() -> None:
    assert (ENGLISH.date(MONDAY), DUTCH.date(MONDAY)) == ("5 January 2026", "5 januari 2026")
    assert (ENGLISH.date_short(MONDAY), DUTCH.date_short(MONDAY)) == ("Mon 5 Jan", "ma 5 jan")
    assert (ENGLISH.weekday(0), DUTCH.weekday(6), DUTCH.weekday_short(0)) == ("Monday", "zondag", "ma")


def test_moments_are_shown_in_the_readers_zone() -> None:
    assert ENGLISH.datetime(HALF_PAST_TWO, AMSTERDAM) == "Mon 5 Jan 2026, 14:30"
    assert DUTCH.time(HALF_PAST_TWO, ZoneInfo("Asia/Tokyo")) == "22:30"
    assert ENGLISH.time(time(9)) == "09:00"


def test_a_moment_without_a_zone_is_refused_rather_than_guessed() -> None:
    with pytest.raises(ValueError):
        ENGLISH.datetime(HALF_PAST_TWO.replace(tzinfo=None), AMSTERDAM)
    with pytest.raises(ValueError):
        ENGLISH.time(HALF_PAST_TWO)


@pytest.mark.parametrize(
    ("minutes", "english", "dutch"),
    [
        (0.5, "less than a minute", "minder dan een minuut"),
        (1, "1 minute", "1 minuut"),
        (90, "1 hour, 30 minutes", "1 uur en 30 minuten"),
        (180, "3 hours", "3 uur"),
        (23 * 60 + 59, "23 hours, 59 minutes", "23 uur en 59 minuten"),
        (2 * 24 * 60 + 5, "2 days", "2 dagen"),
        (-60, "1 hour", "1 uur"),
    ],
)
def test_durations_are_said_in_two_units_at_most(minutes: float, english: str, dutch: str) -> None:
    length = timedelta(minutes=minutes)
    assert (ENGLISH.duration(length), DUTCH.duration(length)) == (english, dutch)


def test_lists_and_numbers_are_written_the_readers_way() -> None:
    assert ENGLISH.list(["a", "{0}", "c"]) == "a, {0} and c"
    assert DUTCH.list(["a", "b"]) == "a en b"
    assert ENGLISH.list([]) == ""
    assert (ENGLISH.number(12500), DUTCH.number(7.5)) == ("12,500", "7,5")

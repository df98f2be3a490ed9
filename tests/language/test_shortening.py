import pytest
from hypothesis import given
from hypothesis import strategies as st

from slackapp.language.shortening import ELLIPSIS, one_line, shorten

FAMILY = "👨‍👩‍👧‍👦"
FLAG = "🇳🇱"
ANY = st.text(st.one_of(st.characters(), st.sampled_from("e\u0301\u200d\ufe0f👩👧🏽🇳🇱🏴")))


@given(ANY, st.integers(1, 40))
def test_a_shortened_text_fits_however_slack_counts(text: str, limit: int) -> None:
    short = shorten(text, limit)
    assert len(short) <= limit
    assert len(short.encode("utf-16-le", "surrogatepass")) // 2 <= limit


@given(ANY, st.integers(1, 40))
def test_a_shortened_text_is_the_beginning_and_says_that_it_is_short(text: str, limit: int) -> None:
    short = shorten(text, limit)
    assert short == text or (short.endswith(ELLIPSIS) and text.startswith(short.removesuffix(ELLIPSIS)))


@given(ANY, st.integers(1, 40))
def test_shortening_again_changes_nothing(text: str, limit: int) -> None:
    assert shorten(shorten(text, limit), limit) == shorten(text, limit)


@pytest.mark.parametrize("whole", [FAMILY, FLAG, "e\u0301", "👍🏽", "❤️", "1️⃣", "각", "\r\n", "🏴󠁧󠁢󠁳󠁣󠁴󠁿"])
def test_what_is_seen_as_one_character_is_never_cut(whole: str) -> None:
    text = f"a{whole}b" + "c" * 40
    kept = {shorten(text, limit).removesuffix(ELLIPSIS) for limit in range(1, len(text) + 10)}
    beginnings = {"", "a", f"a{whole}".rstrip(), f"a{whole}b"}
    assert {k for k in kept if "c" not in k} <= beginnings


def test_flags_in_a_row_are_cut_between_flags() -> None:
    assert shorten(FLAG * 3, 9) == FLAG * 2 + ELLIPSIS


def test_no_space_is_left_before_the_dots() -> None:
    assert shorten("a banner for the fair", 10) == "a banner" + ELLIPSIS


def test_room_for_nothing_is_a_mistake() -> None:
    with pytest.raises(ValueError):
        shorten("text", 0)


def test_one_line_has_no_breaks_tabs_or_control_characters() -> None:
    assert one_line(" a\n\n b\t\u2028c\x00d \r\n") == "a b c d"

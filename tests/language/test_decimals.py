"""Numbers are read as their writer meant them, and shown with all their digits."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slackapp.language import SUPPORTED, Language
from slackapp.language.decimals import Ambiguous

ENGLISH, DUTCH = Language("en"), Language("nl")
NUMBERS = st.decimals(
    allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=6
) | st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**6), max_value=10**6, places=3)
LANGUAGES = st.sampled_from([Language(code) for code in SUPPORTED])


@pytest.mark.parametrize(
    ("typed", "english", "dutch"),
    [
        ("1234567", "1234567", "1234567"),
        ("1,234,567", "1234567", "1234567"),
        ("1.234.567", "1234567", "1234567"),
        ("1,234.56", "1234.56", "1234.56"),
        ("1.234,56", "1234.56", "1234.56"),
        ("12.5", "12.5", "12.5"),
        ("12,5", "12.5", "12.5"),
        ("123456.78", "123456.78", "123456.78"),
        ("123456,78", "123456.78", "123456.78"),
        ("0.125", "0.125", "0.125"),
        ("-1.5", "-1.5", "-1.5"),
        ("−7", "-7", "-7"),
        ("+7", "7", "7"),
        ("1 234 567", "1234567", "1234567"),
        ("1’234’567", "1234567", "1234567"),
        ("1,000", "1000", None),
        ("12.500", None, "12500"),
        ("-1,000", "-1000", None),
    ],
)
def test_it_is_read_in_ones_own_notation_and_what_is_ambiguous_is_not_decided(
    typed: str, english: str | None, dutch: str | None
) -> None:
    for language, expected in ((ENGLISH, english), (DUTCH, dutch)):
        number = language.amount(typed)
        assert isinstance(number, Ambiguous) if expected is None else number == Decimal(expected)


@pytest.mark.parametrize(
    "typed", ["", " ", "seven", "12a", "1e5", "NaN", "Infinity", "1_000", "1,2,3", "1.2.3", "--1", ".", "1,00,0", "5%"]
)
def test_what_is_no_number_is_none(typed: str) -> None:
    assert [ENGLISH.amount(typed), DUTCH.amount(typed)] == [None, None]


@given(NUMBERS, LANGUAGES)
def test_what_is_shown_is_read_back_to_the_last_digit(number: Decimal, language: Language) -> None:
    assert language.amount(language.certain(number)) == number
    shown = language.amount(language.number(number))
    assert (shown.own if isinstance(shown, Ambiguous) else shown) == number


@given(NUMBERS, LANGUAGES)
def test_the_offered_readings_are_read_alike_by_everybody(number: Decimal, language: Language) -> None:
    assert {Language(code).amount(language.certain(number)) for code in SUPPORTED} == {number}


@given(st.text(alphabet="0123456789.,-+ '’eE_xN", max_size=12), LANGUAGES)
def test_whatever_is_typed_is_read_or_not(typed: str, language: Language) -> None:
    number = language.amount(typed)
    if isinstance(number, Ambiguous):
        assert number.own != number.other

"""Text from outside comes in clean, and names that look alike have one key: no database takes part."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slackapp import normalization

ANYTHING = st.text(st.characters(exclude_categories=()), max_size=60)
FAMILY = "👨\u200d👩\u200d👧"
SCOTLAND = "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f"
PERSIAN = "می\u200cخواهم"


@given(ANYTHING)
def test_what_is_clean_can_be_stored_and_stays_as_it_is(text: str) -> None:
    clean = normalization.clean(text)
    assert "\0" not in clean
    assert clean.encode("utf-8").decode("utf-8") == unicodedata.normalize("NFC", clean) == clean
    assert normalization.clean(clean) == clean


@pytest.mark.parametrize(
    "text", ["\0", "\ud83d", "\u200b\u200b", " \ufeff\u2060\n", "\u3164", "\u202e\u202c", "\ufe0f", "⠀"]
)
def test_where_there_is_nothing_to_see_there_is_nothing(text: str) -> None:
    assert normalization.clean(text) == ""


@pytest.mark.parametrize("text", [FAMILY, SCOTLAND, "❤\ufe0f", PERSIAN, "क्\u200dष", "שלום\u200e!", "a\tb\nc"])
def test_what_scripts_and_emoji_need_stays(text: str) -> None:
    assert normalization.clean(text) == text


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("Jose\u0301", "José"),
        ("a\r\nb\rc\u2028d\x0be", "a\nb\nc\nd\ne"),
        ("a\0b\ud800c\x1b[0m", "abc[0m"),
        ("\ufeffname", "name"),
        ("file\u202etxt.exe", "filetxt.exe"),
    ],
)
def test_text_takes_the_one_form(text: str, clean: str) -> None:
    assert normalization.clean(text) == clean


def test_every_text_of_a_payload_is_cleaned_however_it_lies() -> None:
    payload = {"view": {"blocks": [{"n": 1, "text": "Jose\u0301\0"}, None, ["\ud800"]]}, "ok": True}
    assert normalization.cleaned(payload) == {"view": {"blocks": [{"n": 1, "text": "José"}, None, [""]]}, "ok": True}


def test_a_payload_that_is_nested_without_end_does_not_stop_it() -> None:
    deep = json.loads('{"a": ' * 900 + "1" + "}" * 900)
    assert normalization.cleaned(deep)


@given(ANYTHING)
def test_a_key_is_its_own_key_and_that_of_its_other_spellings(text: str) -> None:
    key = normalization.key(text)
    assert normalization.key(key) == key
    for form in ("NFC", "NFD"):
        assert normalization.key(unicodedata.normalize(form, normalization.clean(text))) == key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("José", "JOSE\u0301"),
        ("Sanne’s", "sanne's"),
        ("“Payments”", '"payments"'),
        ("Pay\u200bments", "payments"),
        ("e\u2011mail", "E-mail"),
        ("  Two   words ", "two words"),
        ("Straße", "STRASSE"),
        ("Cre\u00addit", "credit"),
    ],
)
def test_names_that_look_alike_have_one_key(one: str, other: str) -> None:
    assert normalization.key(one) == normalization.key(other)


@pytest.mark.parametrize(("one", "other"), [("e-mail", "email"), ("José", "Jose"), ("a b", "ab")])
def test_names_that_do_not_have_two(one: str, other: str) -> None:
    assert normalization.key(one) != normalization.key(other)


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Cre\u00addit a\u0300 ze\u0301ro", "credit-a-zero"),
        ("Crédit à zéro", "credit-a-zero"),
        ("Smørrebrød, Łódź & Æsir", "smorrebrod-lodz-aesir"),
        ("Straße", "strasse"),
        ("決定", ""),
        ("--", ""),
        ("a" * 70, "a" * 60),
        ("a" * 59 + " b", "a" * 59),
    ],
)
def test_a_title_becomes_the_name_of_a_file(title: str, slug: str) -> None:
    assert normalization.slug(title, 60) == slug


@given(ANYTHING)
def test_the_name_of_a_file_is_plain_ascii(title: str) -> None:
    slug = normalization.slug(title, 60)
    assert len(slug) <= 60
    assert all(c.isascii() and (c.isalnum() or c == "-") for c in slug)

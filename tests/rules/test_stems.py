"""What a word is kept under, and what it asks for: no database takes part."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slackapp.queries import stems


def matches(text: str, words: str) -> bool:
    kept = stems.kept(text)
    return all(any(_fits(spelling, kept) for spelling in spellings) for spellings in stems.asked(words))


def _fits(spelling: tuple[str, bool], kept: list[str]) -> bool:
    word, longer_too = spelling
    return any(each == word or (longer_too and each.startswith(word)) for each in kept)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("gekozen", "kiezen"),
        ("de keuze", "gekozen"),
        ("afspraken", "afgesproken"),
        ("decided", "decision"),
        ("paid", "payments"),
        ("huizen", "huis"),
        ("leveranciersbeheer", "beheren"),
        ("straßenverkehr", "STRASSENVERKEHR"),
        ("an e-mail to all", "email"),
        ("an email to all", "e-mail"),
        ("E\u2011mails", "email"),
        ("opt-in for partners", "optin"),
        ("optin", "opt-in"),
        ("Sanne’s plan", "sanne's"),
        ("Sanne's plan", "sannes"),
        ("cre\u00addit", "credit"),
        ("e-mail", "mail"),
    ],
)
def test_forms_of_one_word_meet(text: str, words: str) -> None:
    assert matches(text, words)


@pytest.mark.parametrize(
    ("text", "words"), [("koe", "koek"), ("klant", "klantbeheer"), ("to do", "dog"), ("e mail", "emails-only")]
)
def test_other_words_do_not(text: str, words: str) -> None:
    assert not matches(text, words)


@given(st.text(max_size=200))
def test_every_text_is_found_by_its_own_words(text: str) -> None:
    assert matches(text, text)


@given(st.text(max_size=60))
def test_nothing_but_letters_and_digits_reaches_the_database(text: str) -> None:
    assert all(word.isalnum() for spellings in stems.asked(text) for word, _ in spellings)
    assert all(word.isalnum() for word in stems.kept(text))

import pytest
from babel.messages.catalog import Catalog, Message

from slackapp.language import SUPPORTED, catalogue
from slackapp.language.placeholders import names

TRANSLATED = [code for code in SUPPORTED if code != "en"]


@pytest.mark.parametrize("code", TRANSLATED)
def test_every_text_is_translated_and_none_is_doubtful(code: str) -> None:
    assert catalogue.lacking(catalogue.used(), catalogue.translated(code)) == []


@pytest.mark.parametrize("code", TRANSLATED)
def test_every_translation_has_the_placeholders_of_its_text(code: str) -> None:
    translated = [message for message in catalogue.translated(code) if message.string]
    assert [message.id for message in translated if not _same_placeholders(message)] == []


@pytest.mark.parametrize("code", TRANSLATED)
def test_no_translation_is_of_a_text_that_is_gone(code: str) -> None:
    shown = catalogue.used()
    translated = [message.id for message in catalogue.translated(code) if message.id]
    assert [text for text in translated if text not in shown] == []


@pytest.mark.parametrize("code", TRANSLATED)
def test_the_catalogue_is_as_the_extractor_writes_it(code: str) -> None:
    assert catalogue.path(code).read_bytes().decode() == catalogue.rewritten(code).decode()


def test_a_missing_an_empty_and_a_doubtful_translation_are_found() -> None:
    shown, have = Catalog(), Catalog()
    for text in ("missing", "empty", "doubtful", "fine", ("one", "many")):
        shown.add(text)
    have.add("empty", "")
    have.add("doubtful", "twijfelachtig", flags=["fuzzy"])
    have.add("fine", "goed")
    have.add(("one", "many"), ("een", ""))
    assert catalogue.lacking(shown, have) == ["doubtful", "empty", "missing", "one"]


@pytest.mark.parametrize(
    ("text", "translation", "same"),
    [
        ("{who} asks", "{who} vraagt", True),
        ("{who} asks", "{wie} vraagt", False),
        ("{who} asks", "iemand vraagt", False),
        ("%(who)s asks", "%(who)s vraagt", True),
        (("{n} request", "{n} requests"), ("één verzoek", "{n} verzoeken"), True),
        (("{n} request", "{n} requests"), ("{n} verzoek", "verzoeken"), False),
        (("{n} request", "{n} requests"), ("{m} verzoek", "{n} verzoeken"), False),
    ],
)
def test_a_changed_placeholder_is_found(text: str, translation: str, *, same: bool) -> None:
    assert _same_placeholders(Message(text, translation)) is same


def _same_placeholders(message: Message) -> bool:
    texts, said = _forms(message.id), _forms(message.string or "")
    # "One request" may do without its number.
    return names(said[-1]) == names(texts[-1]) and names(said[0]) <= names("".join(texts))


def _forms(text: str | tuple[str, ...] | list[str]) -> list[str]:
    return [text] if isinstance(text, str) else list(text)

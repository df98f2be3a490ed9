"""Countries whose holidays are known, by the name that the reader gives them."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from babel import Locale
from holidays.registry import EntityLoader

from slackapp.language import Language
from slackapp.views import blocks
from slackapp.views.blocks import Element
from slackapp.views.teams.spelling import plain_letters

MOST = 100


def offered(words: str, _: Language) -> list[Element]:
    """The countries whose name contains the words, or whose code they are; those that begin so come first."""
    said = plain_letters(words)
    found = [(name, code) for name, code in _by_name(_.code) if said in plain_letters(name)]
    found.sort(key=lambda each: not plain_letters(each[0]).startswith(said))
    by_code = [each for each in _by_name(_.code) if each[1].casefold() == said]
    return [blocks.option(name, code) for name, code in dict.fromkeys([*by_code, *found])][:MOST]


def option(code: str, _: Language) -> Element:
    """A country that was chosen."""
    return blocks.option(name(code, _), code)


def name(code: str, _: Language) -> str:
    """What the reader calls it."""
    return _names(_.code).get(code, code)


def of_zone(tz: str) -> str | None:
    """The country of a time zone, where its holidays are known."""
    code = _zones().get(tz)
    return code if code in _known() else None


@cache
def _by_name(language: str) -> tuple[tuple[str, str], ...]:
    known = [(name, code) for code, name in _names(language).items() if code in _known()]
    return tuple(sorted(known, key=lambda each: plain_letters(each[0])))


@cache
def _names(language: str) -> Mapping[str, str]:
    return dict(Locale.parse(language).territories)


@cache
def _known() -> frozenset[str]:
    return frozenset(EntityLoader.get_country_codes(include_aliases=False))


@cache
def _zones() -> Mapping[str, str]:
    # The old table gives each zone one country; the new one gives Amsterdam's to Belgium.
    lines = files("tzdata").joinpath("zoneinfo/zone.tab").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return {row[2]: row[0] for row in rows}

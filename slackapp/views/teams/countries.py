"""Countries and parts of them whose holidays are known, by the names that the reader gives them."""

from collections.abc import Iterator, Mapping
from functools import cache

from babel import Locale

from slackapp.holiday_calendars import country_of, part_names, parts
from slackapp.language import Language
from slackapp.views import blocks
from slackapp.views.blocks import Element
from slackapp.views.teams.spelling import plain_letters

MOST = 100  # what a search field of Slack's takes
ALSO_CALLED: Mapping[str, str] = {
    "AT-9": "Vienna Wenen",
    "CH-GE": "Geneva",
    "CH-LU": "Lucerne",
    "DE-BY": "Bavaria Beieren",
    "DE-HE": "Hesse",
    "DE-NI": "Lower Saxony Nedersaksen",
    "DE-NW": "North Rhine-Westphalia Noordrijn-Westfalen",
    "DE-RP": "Rhineland-Palatinate Rijnland-Palts",
    "DE-SN": "Saxony Saksen",
    "DE-ST": "Saxony-Anhalt Saksen-Anhalt",
    "DE-TH": "Thuringia",
    "ES-AN": "Andalusia",
    "ES-CT": "Catalonia Catalonië",
    "ES-PV": "Basque Country Baskenland",
    "GB-ENG": "Engeland",
    "GB-NIR": "Noord-Ierland",
    "GB-SCT": "Schotland",
}
"""What English and Dutch call parts of other countries, for whoever looks for them so."""


def offered(words: str, _: Language) -> list[Element]:
    """The calendars whose names contain the words, or whose code they are: what begins so first, countries first."""
    said = plain_letters(words)
    found = [(name, code) for name, code, known_as in _by_name(_.code) if said in known_as]
    found.sort(key=lambda each: (not plain_letters(each[0]).startswith(said), "-" in each[1]))
    by_code = [(name, code) for name, code, _known_as in _by_name(_.code) if code.casefold() == said]
    return [blocks.option(name, code) for name, code in dict.fromkeys([*by_code, *found])][:MOST]


def option(code: str, _: Language) -> Element:
    return blocks.option(name(code, _), code)


def name(code: str, _: Language) -> str:
    """What the reader calls it: Germany, or "Germany, Bayern"."""
    country = country_of(code)
    called = _names(_.code).get(country, country)
    return f"{called}, {next(iter(part_names(code)), code)}" if code != country else called


@cache
def _by_name(language: str) -> tuple[tuple[str, str, str], ...]:
    return tuple(sorted(_known(Language(language)), key=lambda each: plain_letters(each[0])))


def _known(_: Language) -> Iterator[tuple[str, str, str]]:
    for country, inside in parts().items():
        for code in (country, *(f"{country}-{part}" for part in inside)):
            called = name(code, _)
            others = (*part_names(code), ALSO_CALLED.get(code, "")) if code != country else ()
            yield called, code, plain_letters(" ".join((called, *others)))


@cache
def _names(language: str) -> Mapping[str, str]:
    return dict(Locale.parse(language).territories)

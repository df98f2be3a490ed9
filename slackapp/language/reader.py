import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from babel.lists import format_list
from babel.numbers import format_decimal

from slackapp.language import dates, decimals, placeholders
from slackapp.language.decimals import Ambiguous
from slackapp.language.placeholders import Parts
from slackapp.language.translations import ENGLISH, N_, translations

# English is written the British way: a 24-hour clock, the day before the month.
_BABEL = {ENGLISH: "en_GB", "nl": "nl"}
SUPPORTED = tuple(_BABEL)


@dataclass(frozen=True)
class Language:
    """The language one person or channel reads. Callable, and usually named `_`.

    Frozen and hashable. Asking for a text never raises: what has no translation, or one whose
    placeholders do not fit, is shown in English, and a value that was not given stays visible as `{name}`.
    Raises ValueError for a code that is not SUPPORTED; `Language.of` takes whatever Slack says.
    """

    code: str

    def __post_init__(self) -> None:
        if self.code not in _BABEL:
            raise ValueError(f"no such language: {self.code!r}")

    @classmethod
    def of(cls, locale: str | None, default: str = ENGLISH) -> "Language":
        """The language for a Slack locale such as "nl-NL", or for `default` if we do not speak it."""
        return cls(_spoken(locale) or _spoken(default) or ENGLISH)

    def __call__(self, text: str, /, **values: object) -> str:
        """The text in this language, each `{name}` replaced by its value. Values are never read again."""
        return placeholders.fill(self._translated(text), values)

    def many(self, singular: str, plural: str, n: int, /, **values: object) -> str:
        """The form that fits `n`, in which `{n}` is written the way this language writes numbers."""
        translated = translations(self.code).ngettext(singular, plural, n)
        chosen = translated if placeholders.fits(translated, singular + plural) else _english(singular, plural, n)
        return placeholders.fill(chosen, {"n": self.number(n), **values})

    def parts(self, text: str) -> Parts:
        """The translation cut at its placeholders, in its own word order, for building rich text."""
        return placeholders.parts(self._translated(text))

    def gettext(self, text: str) -> str:
        """The bare translation, for Jinja's `{% trans %}`, which fills in `%(name)s` itself."""
        return self._translated(text)

    def ngettext(self, singular: str, plural: str, n: int) -> str:
        """The bare translation that fits `n`, for Jinja's `{% pluralize %}`."""
        translated = translations(self.code).ngettext(singular, plural, n)
        return translated if placeholders.fits(translated, singular + plural) else _english(singular, plural, n)

    def date(self, day: dt.date) -> str:
        """5 January 2026 · 5 januari 2026."""
        return dates.long(day, self._locale)

    def date_short(self, day: dt.date) -> str:
        """Mon 5 Jan · ma 5 jan; for days of which the year is plain."""
        return dates.short(day, self._locale)

    def day_and_month(self, day: dt.date) -> str:
        """5 Jan · 5 jan."""
        return dates.day_and_month(day, self._locale)

    def period(self, first: dt.date, last: dt.date) -> str:
        """9–16 Nov 2026 · 9–16 nov 2026."""
        return dates.period(first, last, self._locale)

    def datetime(self, moment: dt.datetime, zone: dt.tzinfo) -> str:
        """Mon 5 Jan 2026, 14:30, as the clock of `zone` shows it. Raises ValueError for a naive moment."""
        return dates.moment(moment, zone, self._locale)

    def time(self, moment: dt.datetime | dt.time, zone: dt.tzinfo | None = None) -> str:
        """14:30; a datetime is shown in `zone`, a local time of day as it is."""
        return dates.clock(moment, zone, self._locale)

    def weekday(self, index: int) -> str:
        """Monday is 0."""
        return dates.weekday(index, self._locale)

    def weekday_short(self, index: int) -> str:
        """Monday is 0: Mon · ma."""
        return dates.weekday(index, self._locale, width="abbreviated")

    def duration(self, length: dt.timedelta) -> str:
        """1 hour, 30 minutes · 2 dagen; at most two units, rounded down, without a sign."""
        return dates.duration(length, self._locale) or self(N_("less than a minute"))

    def list(self, items: Sequence[str]) -> str:
        """A, b and c · a, b en c."""
        return format_list(items, locale=self._locale)

    def number(self, value: float | Decimal) -> str:
        """12,500 · 12.500; a decimal with all its digits."""
        return format_decimal(value, locale=self._locale, decimal_quantization=not isinstance(value, Decimal))

    def digits(self, value: Decimal) -> str:
        """12500.25 · 12500,25; what a field begins with and a spreadsheet takes."""
        return decimals.plain(value, self._locale)

    def certain(self, value: Decimal) -> str:
        """The same, written so that everybody reads it alike."""
        return decimals.certain(value, self._locale)

    def amount(self, text: str) -> Decimal | Ambiguous | None:
        """The number that somebody who reads this language wrote; None for what is none."""
        return decimals.read(text, self._locale, [each for each in _BABEL.values() if each != self._locale])

    @property
    def _locale(self) -> str:
        return _BABEL[self.code]

    def _translated(self, text: str) -> str:
        translated = translations(self.code).gettext(text) if text else text
        return translated if placeholders.fits(translated, text) else text


def of(locale: str | None, default: str = ENGLISH) -> Language:
    """The same as Language.of: `language.of(person.locale, default)`."""
    return Language.of(locale, default)


def _spoken(locale: str | None) -> str | None:
    code = (locale or "").replace("_", "-").partition("-")[0].lower()
    return code if code in _BABEL else None


def _english(singular: str, plural: str, n: int) -> str:
    return singular if n == 1 else plural

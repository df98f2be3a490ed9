"""Numbers as people write them. 12.500 is twelve and a half in London and twelve thousand five hundred in Utrecht."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from babel.numbers import NumberFormatError, format_decimal, get_group_symbol, parse_decimal

_PLAIN = re.compile(r"[+-]?[0-9.,]*[0-9][0-9.,]*")
_BLANKS = re.compile(r"(?<=\d)[ \u00a0\u2009\u202f'’](?=\d{3}(?!\d))")
"""What also stands between thousands, and means nothing else."""
_THREE = 3


@dataclass(frozen=True)
class Ambiguous:
    """One text, two numbers."""

    own: Decimal
    other: Decimal


def read(text: str, locale: str, others: Iterable[str]) -> Decimal | Ambiguous | None:
    """The number that somebody wrote who reads `locale`; None for what is no number.

    Their own notation comes first. Where it makes a fraction of three digits of what another notation makes thousands,
    both are meant by somebody: that is not decided here.
    """
    written = _BLANKS.sub("", text.strip()).replace("\u2212", "-").removeprefix("+")
    if not _PLAIN.fullmatch(written):
        return None
    own = _strictly(written, locale)
    found = [each for each in (_strictly(written, other) for other in others) if each is not None]
    if own is None:
        return found[0] if len(set(found)) == 1 else None
    if get_group_symbol(locale) in written:
        return own
    return next((Ambiguous(own, each) for each in found if each != own), own)


def plain(value: Decimal, locale: str) -> str:
    """Without signs between the thousands: 1234567.89. Nothing is rounded."""
    return format_decimal(value, locale=locale, group_separator=False, decimal_quantization=False)


def certain(value: Decimal, locale: str) -> str:
    """The same, written so that it can be read in one way only: 3.1410."""
    exponent = value.normalize().as_tuple().exponent
    is_doubtful = exponent == -_THREE
    return plain(value.normalize(), locale) + ("0" if is_doubtful else "")


def _strictly(text: str, locale: str) -> Decimal | None:
    try:
        return parse_decimal(text, locale=locale, strict=True)
    except NumberFormatError:
        return None

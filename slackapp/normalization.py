"""Text from outside, brought into one form before anything reads it; and the keys by which names are compared.

Both databases then hold the same: PostgreSQL takes no NUL, and neither takes half of a surrogate pair.
"""

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

LINE_BREAK = re.compile(r"\r\n?|[\v\f\x85\u2028\u2029]")
"""What old Macs, word processors and JavaScript begin a new line with."""
HARMFUL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls, apart from tab and newline
    "\ud800-\udfff"  # halves of surrogate pairs
    "\u202a-\u202e\u2066-\u2069"  # turn the direction of what follows, also of what others wrote
    "\ufeff\ufff9-\ufffb"  # a byte order mark, and the marks of annotations
    "\ufdd0-\ufdef\ufffe\uffff]"  # no characters at all
)
BLANK = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0")
"""Nothing to see, although their categories say letter, mark or symbol."""
WITHIN = re.compile(r"(?<=\w)[-'._’‘ʼ‐‑](?=\w)")
"""What stands between the parts of one word: e-mail, Sanne’s, node.js."""
QUOTES = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′ʼ", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
    }
)
DEPTH = 60
"""Nothing that Slack sends is nested so deep, and nothing of ours reads there."""
LETTER = re.compile(r"LATIN SMALL (?:LETTER|LIGATURE) ([A-Z]{1,2})(?: WITH .*)?")


def clean(text: str) -> str:
    """The text as it is stored: NFC, lines ended by newlines, no controls; "" where there is nothing to see in it.

    What a script or an emoji needs inside of it stays: joiners, and the marks of direction that end by themselves.
    """
    if text.isascii() and text.isprintable():
        return text if text.strip() else ""
    kept = unicodedata.normalize("NFC", HARMFUL.sub("", LINE_BREAK.sub("\n", text)))
    return kept if any(not _is_blank(c) for c in kept) else ""


def cleaned(payload: Mapping[str, Any]) -> dict[str, Any]:
    """A payload with every text in it clean; its keys are Slack's own."""
    return {name: _cleaned(value, DEPTH) for name, value in payload.items()}


def key(name: str) -> str:
    """What two names have in common that people take for the same: without capitals, double blanks, invisible marks.

    Quotes and dashes are those of a keyboard. Casefolded and in NFC, as Unicode compares without regard to case.
    """
    seen = "".join(c for c in clean(name) if not _is_invisible(c))
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFD", seen).casefold())
    return " ".join(folded.translate(QUOTES).split())


def bare(text: str) -> str:
    """The text as one types it in a hurry: no capitals, no accents, nothing invisible."""
    if text.isascii():
        return text.casefold()
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFD", text).casefold()).casefold()
    return "".join(c for c in apart if not unicodedata.combining(c) and not _is_invisible(c))


def joined(text: str) -> str:
    """The same without quotes, and with what is written in parts in one: e-mail is email, Sanne’s is sannes."""
    return WITHIN.sub("", bare(text).translate(QUOTES).replace('"', "")).strip(" -'._")


def slug(text: str, most: int) -> str:
    """A file's name from a title: letters and digits of ASCII with hyphens between them; "" where there are none."""
    plain = "".join(_ascii(c) for c in bare(text))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:most].strip("-")


def _cleaned(value: Any, depth: int) -> Any:  # noqa: ANN401 - JSON
    if isinstance(value, str):
        # A blank or a new line between two words of a message is a text of its own there.
        return value if not value.strip(" \t\n") else clean(value)
    if isinstance(value, dict) and depth:
        return {name: _cleaned(each, depth - 1) for name, each in value.items()}
    if isinstance(value, list) and depth:
        return [_cleaned(each, depth - 1) for each in value]
    return value


def _ascii(c: str) -> str:
    """Ø is an o, æ is ae: they do not come apart by themselves."""
    found = None if c.isascii() else LETTER.fullmatch(unicodedata.name(c, ""))
    return found[1].lower() if found else c


def _is_blank(c: str) -> bool:
    return c.isspace() or c in BLANK or _is_invisible(c)


def _is_invisible(c: str) -> bool:
    return unicodedata.category(c) == "Cf" or "\ufe00" <= c <= "\ufe0f" or "\U000e0100" <= c <= "\U000e01ef"

"""Tables as spreadsheets write and read them: encodings, and cells that are not to be calculated."""

import codecs
import csv
import io
import re
from collections.abc import Iterable, Sequence

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""How a file says in its first bytes what it is written in; the longer mark before the one it begins with."""
CALCULATED = r"[=+\-@＝＋－＠]"
BEGINNING = r"""(^|[;|\t\r\n])([\s"']*)"""
"""Where a cell may begin: also within one, for a reader that takes another separator than the comma."""
HARMFUL = re.compile(f"{BEGINNING}(?={CALCULATED})")
NUMBER = re.compile(r"-?\d+(?:[.,]\d+)?")
"""One below zero is no formula."""
MARKED = re.compile(f"{BEGINNING}'(?={CALCULATED})")


def decoded(content: bytes) -> str:
    """A text file's text: by its mark, else as UTF-8, else as older spreadsheets write it."""
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    try:
        return content.decode(_unmarked(content))
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def written(rows: Iterable[Sequence[str]]) -> bytes:
    """A table that spreadsheets open as it is: UTF-8 with its mark, and no cell that they would calculate."""
    held = io.StringIO()
    csv.writer(held).writerows([harmless(cell) for cell in row] for row in rows)
    return held.getvalue().encode("utf-8-sig")


def harmless(cell: str) -> str:
    """A cell with a mark before everything that would be calculated, also where a line or a `;` divides it."""
    return cell if NUMBER.fullmatch(cell) else HARMFUL.sub(r"\1\2'", cell)


def as_written(cell: str) -> str:
    """The same without those marks; what `harmless` gives comes back as it was."""
    return MARKED.sub(r"\1\2", cell)


def _unmarked(content: bytes) -> str:
    """Text in UTF-16 is known by the zeros beside its first letter."""
    if content[:1] == b"\0":
        return "utf-16-be"
    return "utf-16-le" if content[1:2] == b"\0" else "utf-8"

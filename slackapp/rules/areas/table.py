"""Reading a table of areas: comma, semicolon or tab between the cells, heads in English or Dutch, in any order."""

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from slackapp.errors import InvalidInput

MOST = 2000
LARGEST = 500_000
HEADS: Mapping[str, str] = {
    "name": "name",
    "naam": "name",
    "area": "name",
    "kind": "kind",
    "soort": "kind",
    "team": "team",
    "other team": "other_team",
    "ander team": "other_team",
    "owner": "owner",
    "eigenaar": "owner",
    "backup": "backup",
    "vervanger": "backup",
    "channel": "channel",
    "kanaal": "channel",
    "description": "description",
    "omschrijving": "description",
    "links": "links",
    "every (days)": "every",
    "every": "every",
    "elke (dagen)": "every",
}
FORMULA = ("'=", "'+", "'-", "'@", "'\t", "'\r")
"""An export puts a mark before what a spreadsheet would calculate; here it comes off again."""


@dataclass(frozen=True)
class Line:
    """One line of the table by its number in the file; a cell that is empty or not there is ""."""

    number: int
    cells: Mapping[str, str]

    def __getitem__(self, head: str) -> str:
        return self.cells.get(head, "")


def lines(text: str) -> list[Line]:
    """The lines below the head. InvalidInput where it is no such table at all."""
    if not text.strip():
        raise InvalidInput("table", "Paste a table, or choose a file.")
    if len(text) > LARGEST:
        raise InvalidInput("table", "This table is too large. Divide it into several.")
    found = list(_read(text.lstrip("\ufeff")))
    if len(found) > MOST:
        raise InvalidInput("table", "This table has more than {limit} lines. Divide it into several.", limit=MOST)
    return found


def _read(text: str) -> Iterator[Line]:
    rows = csv.reader(io.StringIO(text), delimiter=_delimiter(text))
    try:
        heads = [HEADS.get(" ".join(cell.split()).casefold(), "") for cell in next(rows)]
        _check(heads)
        before = rows.line_num
        for row in rows:
            if any(cell.strip() for cell in row):
                yield Line(before + 1, _cells(heads, row))
            before = rows.line_num
    except csv.Error as error:
        raise InvalidInput("table", "This is no table: each area stands on a line of its own.") from error


def _check(heads: list[str]) -> None:
    if not {"name", "team"} <= set(heads):
        raise InvalidInput(
            "table", "The first line names the columns, at least name and team; also: kind, owner, backup, links."
        )


def _cells(heads: list[str], row: list[str]) -> dict[str, str]:
    return {head: _plain(cell) for head, cell in zip(heads, row, strict=False) if head}


def _plain(cell: str) -> str:
    text = cell.strip()
    return text[1:] if text.startswith(FORMULA) else text


def _delimiter(text: str) -> str:
    first = text.lstrip().partition("\n")[0]
    return max((",", ";", "\t"), key=first.count)

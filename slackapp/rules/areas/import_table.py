"""Reading a table of areas: comma, semicolon or tab between the cells, heads in English or Dutch, in any order."""

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from slackapp.errors import InvalidInput
from slackapp.normalization import clean, key
from slackapp.spreadsheets import as_written

MOST = 2000  # people wait for what it would change
LARGEST = 500_000
SEPARATORS = (",", ";", "\t")
SEPARATOR_SAID = "sep="
"""So begins the line by which Excel is told what stands between the cells."""
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
NEEDED = frozenset({"name", "team"})


@dataclass(frozen=True)
class TableLine:
    """One line of the table by its number in the file; a cell that is empty or not there is ""."""

    number: int
    cells: Mapping[str, str]

    def __getitem__(self, head: str) -> str:
        return self.cells.get(head, "")


def lines(text: str) -> list[TableLine]:
    """The lines below the head. InvalidInput where it is no such table at all."""
    table = clean(text)
    if not table:
        raise InvalidInput("table", "Paste a table, or choose a file.")
    if len(table) > LARGEST:
        raise InvalidInput("table", "This table is too large. Divide it into several.")
    found = list(_read(table))
    if len(found) > MOST:
        raise InvalidInput("table", "This table has more than {limit} lines. Divide it into several.", limit=MOST)
    return found


def _read(text: str) -> Iterator[TableLine]:
    try:
        rows = _filled(text, max(SEPARATORS, key=lambda separator: _heads_known(text, separator)))
        _, head = next(rows, (0, []))
        heads = _heads(head)
        _check(heads)
        for number, row in rows:
            yield TableLine(number, _cells(heads, row))
    except csv.Error as error:
        raise InvalidInput("table", "This is no table: each area stands on a line of its own.") from error


def _filled(text: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    """The rows in which something stands, each with the number of its first line."""
    rows, before = csv.reader(io.StringIO(text), delimiter=separator, skipinitialspace=True), 0
    for row in rows:
        if any(map(clean, row)) and not (before == 0 and row[0].casefold().startswith(SEPARATOR_SAID)):
            yield before + 1, row
        before = rows.line_num


def _heads_known(text: str, separator: str) -> int:
    """By which separator the head is one: a head itself may hold a comma."""
    _, row = next(_filled(text, separator), (0, []))
    return sum(1 for head in _heads(row) if head)


def _heads(row: list[str]) -> list[str]:
    return [HEADS.get(key(cell), "") for cell in row]


def _check(heads: list[str]) -> None:
    if not set(heads) >= NEEDED:
        raise InvalidInput(
            "table", "The first line names the columns, at least name and team; also: kind, owner, backup, links."
        )


def _cells(heads: list[str], row: list[str]) -> dict[str, str]:
    return {head: as_written(clean(cell).strip()) for head, cell in zip(heads, row, strict=False) if head}

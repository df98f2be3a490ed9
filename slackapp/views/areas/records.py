"""The list of areas as a table that can be imported again (OWN-1)."""

import csv
import io

from slackapp.language import Language
from slackapp.queries.areas import Record
from slackapp.views import blocks
from slackapp.views.message import Content, File

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins so would be calculated by a spreadsheet: it is kept as text."""
HEADS = ("name", "kind", "team", "other team", "owner", "backup", "channel", "description", "links", "every (days)")
"""In English for everybody: this is read by the import, and by other programs."""


def announced(count: int, _: Language) -> Content:
    """The words that the file comes with."""
    return Content(_.many("{n} area", "{n} areas", count), has_files=True)


def coming(_: Language) -> Content:
    """What whoever asks is told at once."""
    words = _("The table of all areas is on its way to your direct messages with Afspraak. It can be imported again.")
    return Content(words, (blocks.text(words),))


def files(shown: tuple[Record, ...], _: Language) -> tuple[File, ...]:
    """The table."""
    held = io.StringIO()
    table = csv.writer(held)
    table.writerow(HEADS)
    table.writerows([_harmless(cell) for cell in _row(record)] for record in shown)
    # The mark by which spreadsheets know that this is UTF-8.
    return (File("areas.csv", _("Who owns what"), held.getvalue().encode("utf-8-sig")),)


def _row(record: Record) -> list[str]:
    return [
        record.name,
        record.kind,
        record.team,
        record.other_team,
        record.owner,
        record.backup,
        record.channel,
        record.description,
        record.links,
        str(record.every_days),
    ]


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) else cell

"""The list of areas as a table that can be imported again (OWN-1)."""

from slackapp import spreadsheets
from slackapp.language import Language
from slackapp.queries.areas import AreaRecord
from slackapp.views import blocks
from slackapp.views.message import Content, File

HEADS = ("name", "kind", "team", "other team", "owner", "backup", "channel", "description", "links", "every (days)")
"""In English for everybody: this is read by the import, and by other programs."""


def announced(count: int, _: Language) -> Content:
    return Content(_.many("{n} area", "{n} areas", count), has_files=True)


def coming(_: Language) -> Content:
    """What whoever asks is told at once."""
    words = _("The table of all areas is on its way to your direct messages with Afspraak. It can be imported again.")
    return Content(words, (blocks.text(words),))


def files(shown: tuple[AreaRecord, ...], _: Language) -> tuple[File, ...]:
    table = spreadsheets.written([HEADS, *(_row(record) for record in shown)])
    return (File("areas.csv", _("Who owns what"), table),)


def _row(record: AreaRecord) -> list[str]:
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

"""What was typed behind `/owner`."""

from dataclasses import dataclass

from slackapp.language import mentions
from slackapp.queries.areas import Filter, Wanted

ADD = frozenset({"add", "new", "nieuw", "toevoegen"})
LIST = frozenset({"list", "lijst"})
IMPORT = frozenset({"import", "importeer"})
EXPORT = frozenset({"export", "exporteer"})
FILTERS = {
    "": Filter.MINE,
    "mine": Filter.MINE,
    "mijn": Filter.MINE,
    "all": Filter.ALL,
    "alle": Filter.ALL,
    "open": Filter.ADRIFT,
    "unowned": Filter.ADRIFT,
    "unconfirmed": Filter.ADRIFT,
    "onbeheerd": Filter.ADRIFT,
    "retired": Filter.RETIRED,
    "vervallen": Filter.RETIRED,
}


@dataclass(frozen=True)
class Said:
    """One of: a name that is looked for, the beginning of a new area, a list (`team` is an id or a name), a table."""

    words: str = ""
    is_new: bool = False
    wanted: Wanted | None = None
    team: str = ""
    is_import: bool = False
    is_export: bool = False


def read(text: str) -> Said:
    """Understand the command as people type it, in English or Dutch."""
    first, _, rest = text.partition(" ")
    word, rest = first.casefold(), rest.strip()
    if not text:
        return Said(wanted=Wanted())
    if word in ADD:
        return Said(mentions.words(rest), is_new=True)
    if word in LIST:
        return _list(rest)
    if word in IMPORT | EXPORT and not rest:
        return Said(is_import=word in IMPORT, is_export=word in EXPORT)
    return Said(mentions.plain(text))


def _list(text: str) -> Said:
    word, _, rest = text.partition(" ")
    kind = FILTERS.get(word.casefold())
    team = text if kind is None else rest.strip()
    wanted = Wanted(kind or (Filter.ADRIFT if team else Filter.MINE))
    named = (each for each in mentions.read(team) if isinstance(each, mentions.Group | mentions.Channel))
    first = next(named, None)
    return Said(wanted=wanted, team=str(first.id) if first else mentions.plain(team))

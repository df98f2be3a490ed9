"""What was typed behind `/owner`."""

from dataclasses import dataclass

from slackapp.language import mentions
from slackapp.queries.areas import AreaFilter, WantedAreas

ADD = frozenset({"add", "new", "nieuw", "toevoegen"})
LIST = frozenset({"list", "lijst"})
IMPORT = frozenset({"import", "importeer"})
EXPORT = frozenset({"export", "exporteer"})
FILTERS = {
    "": AreaFilter.MINE,
    "mine": AreaFilter.MINE,
    "mijn": AreaFilter.MINE,
    "all": AreaFilter.ALL,
    "alle": AreaFilter.ALL,
    "open": AreaFilter.ADRIFT,
    "unowned": AreaFilter.ADRIFT,
    "unconfirmed": AreaFilter.ADRIFT,
    "onbeheerd": AreaFilter.ADRIFT,
    "retired": AreaFilter.RETIRED,
    "vervallen": AreaFilter.RETIRED,
}


@dataclass(frozen=True)
class OwnerCommand:
    """One of: a name that is looked for, the beginning of a new area, a list (`team` is an id or a name), a table."""

    words: str = ""
    is_new: bool = False
    wanted: WantedAreas | None = None
    team: str = ""
    is_import: bool = False
    is_export: bool = False


def read(text: str) -> OwnerCommand:
    """Understand the command as people type it, in English or Dutch."""
    first, _, rest = text.partition(" ")
    word, rest = first.casefold(), rest.strip()
    if not text:
        return OwnerCommand(wanted=WantedAreas())
    if word in ADD:
        return OwnerCommand(mentions.words(rest), is_new=True)
    if word in LIST:
        return _list(rest)
    if word in IMPORT | EXPORT and not rest:
        return OwnerCommand(is_import=word in IMPORT, is_export=word in EXPORT)
    return OwnerCommand(mentions.plain(text))


def _list(text: str) -> OwnerCommand:
    word, _, rest = text.partition(" ")
    kind = FILTERS.get(word.casefold())
    team = text if kind is None else rest.strip()
    wanted = WantedAreas(kind or (AreaFilter.ADRIFT if team else AreaFilter.MINE))
    named = (each for each in mentions.read(team) if isinstance(each, mentions.GroupMention | mentions.ChannelMention))
    first = next(named, None)
    return OwnerCommand(wanted=wanted, team=str(first.id) if first else mentions.plain(team))

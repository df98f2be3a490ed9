"""What was typed behind `/request`."""

from dataclasses import dataclass

from slackapp.language import mentions
from slackapp.queries.requests import Filter, Wanted
from slackapp.references import REQUEST

LIST = frozenset({"list", "lijst"})
FILTERS = {
    "": Filter.MINE,
    "mine": Filter.MINE,
    "mijn": Filter.MINE,
    "waiting": Filter.WAITING,
    "wachtend": Filter.WAITING,
    "overdue": Filter.OVERDUE,
    "telaat": Filter.OVERDUE,
    "team": Filter.TEAM,
    "customer": Filter.CUSTOMER,
    "klant": Filter.CUSTOMER,
}


@dataclass(frozen=True)
class Said:
    """A request's number, a list that is wanted, or the beginning of a new request. `team` is an id or a name."""

    words: str = ""
    team: str = ""
    number: int | None = None
    wanted: Wanted | None = None


def read(text: str) -> Said:
    """Understand the command as people type it, in English or Dutch."""
    if (number := REQUEST.read(text)) is not None:
        return Said(number=number)
    first, _, rest = text.partition(" ")
    if first.casefold() in LIST:
        return _list(rest.strip())
    return _new(text)


def _list(text: str) -> Said:
    pieces = mentions.read(text)
    named = next(
        (each.id for each in pieces if isinstance(each, mentions.Group | mentions.Channel | mentions.Person)), ""
    )
    if named:
        return Said(wanted=Wanted(Filter.TEAM), team=named)
    word, _, rest = text.partition(" ")
    kind = FILTERS.get(word.casefold(), Filter.TEAM)
    if kind is Filter.TEAM:
        return Said(wanted=Wanted(kind), team=rest.strip() if word.casefold() == "team" else text)
    return Said(wanted=Wanted(kind, mentions.plain(rest.strip()) if kind is Filter.CUSTOMER else ""))


def _new(text: str) -> Said:
    pieces = mentions.read(text)
    if pieces and isinstance(pieces[0], mentions.Group | mentions.Channel | mentions.Person):
        return Said(team=pieces[0].id, words=mentions.words(text.partition(">")[2]).strip())
    return Said(words=mentions.words(text))

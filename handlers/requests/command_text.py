"""What was typed behind `/request`."""

from dataclasses import dataclass

from slackapp.language import mentions
from slackapp.queries.requests import RequestFilter, WantedRequests
from slackapp.references import REQUEST

LIST = frozenset({"list", "lijst"})
FILTERS = {
    "": RequestFilter.MINE,
    "mine": RequestFilter.MINE,
    "mijn": RequestFilter.MINE,
    "waiting": RequestFilter.WAITING,
    "wachtend": RequestFilter.WAITING,
    "overdue": RequestFilter.OVERDUE,
    "telaat": RequestFilter.OVERDUE,
    "team": RequestFilter.TEAM,
    "customer": RequestFilter.CUSTOMER,
    "klant": RequestFilter.CUSTOMER,
}


@dataclass(frozen=True)
class RequestCommand:
    """A request's number, a list that is wanted, or the beginning of a new request. `team` is an id or a name."""

    words: str = ""
    team: str = ""
    number: int | None = None
    wanted: WantedRequests | None = None


def read(text: str) -> RequestCommand:
    """Understand the command as people type it, in English or Dutch."""
    if (number := REQUEST.read(text)) is not None:
        return RequestCommand(number=number)
    first, _, rest = text.partition(" ")
    if first.casefold() in LIST:
        return _list(rest.strip())
    return _new(text)


def _list(text: str) -> RequestCommand:
    pieces = mentions.read(text)
    named = next(
        (
            each.id
            for each in pieces
            if isinstance(each, mentions.GroupMention | mentions.ChannelMention | mentions.PersonMention)
        ),
        "",
    )
    if named:
        return RequestCommand(wanted=WantedRequests(RequestFilter.TEAM), team=named)
    word, _, rest = text.partition(" ")
    kind = FILTERS.get(word.casefold(), RequestFilter.TEAM)
    if kind is RequestFilter.TEAM:
        return RequestCommand(wanted=WantedRequests(kind), team=rest.strip() if word.casefold() == "team" else text)
    return RequestCommand(
        wanted=WantedRequests(kind, mentions.plain(rest.strip()) if kind is RequestFilter.CUSTOMER else "")
    )


def _new(text: str) -> RequestCommand:
    pieces = mentions.read(text)
    if pieces and isinstance(pieces[0], mentions.GroupMention | mentions.ChannelMention | mentions.PersonMention):
        return RequestCommand(team=pieces[0].id, words=mentions.words(text.partition(">")[2]).strip())
    return RequestCommand(words=mentions.words(text))

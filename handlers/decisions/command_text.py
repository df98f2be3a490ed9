"""What was typed behind `/decision`."""

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import MINYEAR, date

from slackapp.language import mentions
from slackapp.models.decision_life import DecisionState
from slackapp.queries.decisions import WantedDecisions
from slackapp.references import DECISION

DAY = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?")
MONTHS = range(1, 13)
LIST = frozenset({"list", "lijst"})
SEARCH = frozenset({"search", "find", "zoek", "zoeken"})
EXPORT = frozenset({"export", "exporteer"})
SINCE = frozenset({"since", "from", "sinds", "vanaf"})
UNTIL = frozenset({"until", "tot"})
STATES = {
    "state:proposed": DecisionState.PROPOSED,
    "status:voorgesteld": DecisionState.PROPOSED,
    "state:decided": DecisionState.DECIDED,
    "status:besloten": DecisionState.DECIDED,
    "state:rejected": DecisionState.REJECTED,
    "status:afgewezen": DecisionState.REJECTED,
    "state:superseded": DecisionState.SUPERSEDED,
    "status:vervangen": DecisionState.SUPERSEDED,
    "state:reversed": DecisionState.REVERSED,
    "status:ingetrokken": DecisionState.REVERSED,
    "state:stale": "stale",
    "status:verouderd": "stale",
}


@dataclass(frozen=True)
class DecisionCommand:
    """One of: a number, a search (`team` is an id or a name), the wish for an export, or the title of a new one."""

    title: str = ""
    number: int | None = None
    wanted: WantedDecisions | None = None
    team: str = ""
    is_export: bool = False


def read(text: str) -> DecisionCommand:
    """Understand the command as people type it, in English or Dutch."""
    if (number := DECISION.read(text)) is not None:
        return DecisionCommand(number=number)
    first, _, rest = text.partition(" ")
    word = first.casefold()
    if word in EXPORT and not rest.strip():
        return DecisionCommand(is_export=True)
    if word in LIST and not rest.strip():
        return DecisionCommand(wanted=WantedDecisions())
    if word in LIST | SEARCH:
        return searched(rest.strip())
    return DecisionCommand(title=mentions.words(text))


def searched(text: str) -> DecisionCommand:
    """Words, and between them people, teams, states and dates: `klant @Sanne state:decided since 2026-01`."""
    if (number := DECISION.read(text)) is not None:
        return DecisionCommand(number=number)
    said, rest = DecisionCommand(wanted=WantedDecisions()), ""
    for piece in mentions.read(text):
        match piece:
            case mentions.PersonMention(id=person):
                said = replace(said, wanted=replace(_wanted(said), person_id=person))
            case mentions.ChannelMention(id=team) | mentions.GroupMention(id=team):
                said = replace(said, team=team)
            case _:
                rest += f" {piece}"
    return replace(said, wanted=_with_words(_wanted(said), rest.split()))


def _wanted(said: DecisionCommand) -> WantedDecisions:
    return said.wanted or WantedDecisions()


def _with_words(wanted: WantedDecisions, typed: list[str]) -> WantedDecisions:
    kept: list[str] = []
    while typed:
        word = typed.pop(0)
        key = word.casefold()
        if key in STATES:
            wanted = replace(wanted, state=str(STATES[key]))
        elif key in SINCE and typed and (day := _first_day(typed[0])):
            wanted, typed = replace(wanted, since=day), typed[1:]
        elif key in UNTIL and typed and (day := _last_day(typed[0])):
            wanted, typed = replace(wanted, until=day), typed[1:]
        else:
            kept.append(word)
    return replace(wanted, words=" ".join(kept))


def _first_day(text: str) -> date | None:
    found = DAY.fullmatch(text)
    return _date(int(found[1]), int(found[2]), int(found[3] or 1)) if found else None


def _last_day(text: str) -> date | None:
    found, first = DAY.fullmatch(text), _first_day(text)
    if found is None or first is None or found[3]:
        return first
    return first.replace(day=monthrange(first.year, first.month)[1])


def _date(year: int, month: int, day: int) -> date | None:
    is_one = year >= MINYEAR and month in MONTHS and 1 <= day <= monthrange(year, month)[1]
    return date(year, month, day) if is_one else None

"""What was typed behind `/checkin`."""

from dataclasses import dataclass

from slackapp.language import mentions

NEW = frozenset({"new", "nieuw", "nieuwe"})
HISTORY = frozenset({"history", "geschiedenis"})
AWAY = frozenset({"away", "afwezig", "vrij"})

HOLIDAYS = frozenset({"holidays", "feestdagen"})


@dataclass(frozen=True)
class CheckinCommand:
    """One of: a new one, the history, days off, holidays, or, with none of them, the list.

    `name` is what it is called.
    """

    is_new: bool = False
    is_history: bool = False
    is_away: bool = False
    is_holidays: bool = False
    name: str = ""


def read(text: str) -> CheckinCommand:
    """Understand the command as people type it, in English or Dutch."""
    first, _, rest = text.partition(" ")
    word = first.casefold()
    if word in HISTORY:
        return CheckinCommand(is_history=True, name=mentions.words(rest.strip()))
    if word in NEW:
        return CheckinCommand(is_new=True, name=mentions.words(rest.strip()))
    if word in HOLIDAYS:
        return CheckinCommand(is_holidays=True)
    return CheckinCommand(is_away=True) if word in AWAY else CheckinCommand(name=mentions.words(text))

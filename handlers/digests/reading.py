"""What was typed behind `/digest`."""

from enum import Enum, auto

PREVIEW = frozenset({"", "preview", "voorbeeld"})
SETTINGS = frozenset({"settings", "setup", "instellingen"})


class Said(Enum):
    """What somebody wants; whatever is not understood is answered with what one can type."""

    PREVIEW = auto()
    SETTINGS = auto()
    HELP = auto()


def read(text: str) -> Said:
    """Understand the command as people type it, in English or Dutch."""
    word = text.strip().casefold()
    if word in PREVIEW:
        return Said.PREVIEW
    return Said.SETTINGS if word in SETTINGS else Said.HELP

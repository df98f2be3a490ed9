"""What was typed behind `/digest`."""

from enum import Enum, auto

PREVIEW = frozenset({"", "preview", "voorbeeld"})
SETTINGS = frozenset({"settings", "setup", "instellingen"})


class DigestCommand(Enum):
    """What somebody wants; whatever is not understood is answered with what one can type."""

    PREVIEW = auto()
    SETTINGS = auto()
    HELP = auto()


def read(text: str) -> DigestCommand:
    """Understand the command as people type it, in English or Dutch."""
    word = text.strip().casefold()
    if word in PREVIEW:
        return DigestCommand.PREVIEW
    return DigestCommand.SETTINGS if word in SETTINGS else DigestCommand.HELP

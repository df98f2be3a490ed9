from functools import cache
from io import BytesIO

from babel.messages.mofile import write_mo
from babel.support import NullTranslations, Translations

from slackapp.language.catalogue import translated

ENGLISH = "en"


@cache
def translations(code: str) -> NullTranslations:
    """The translations of a language, read once from its .po: no compiled file that could be out of date."""
    if code == ENGLISH:
        return NullTranslations()
    compiled = BytesIO()
    write_mo(compiled, translated(code))
    compiled.seek(0)
    return Translations(compiled)


def N_(text: str) -> str:  # noqa: N802 gettext's own name for it
    """Mark a text for the catalogue where no reader is known yet; whoever shows it translates it."""
    return text

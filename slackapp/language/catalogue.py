"""The catalogue and the sources: which texts we show, and what the translators made of them."""

from functools import cache
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from slackapp.rooms import ROOMS

ROOT = Path(__file__).parents[2]
LOCALE = Path(__file__).parent / "locale"
_TEMPLATES = "templates"
FOLDERS = (*ROOMS, _TEMPLATES)
_ONE = (1,)
_TWO = (1, 2)
KEYWORDS = {
    **dict.fromkeys(("_", "N_", "parts", "gettext", "line", "say"), _ONE),
    **dict.fromkeys(("NotAllowed", "NotPossibleNow", "NotFound", "Term"), _ONE),
    **dict.fromkeys(("many", "ngettext"), _TWO),
    "InvalidInput": (2,),
}
# Our own header, since the usual one carries dates and versions that change with every run.
_HEADER = """\
msgid ""
msgstr ""
"Project-Id-Version: afspraak\\n"
"Language: {code}\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""


@cache
def used() -> Catalog:
    """Every text that the sources show, untranslated; read once. Needs a checkout: templates are not in the package."""
    found = Catalog(fuzzy=False)
    for folder in FOLDERS:
        for text in _texts(folder):
            found.add(text)
    return found


def translated(code: str) -> Catalog:
    """What translators wrote, with everything that is still missing or doubtful in it."""
    with path(code).open("rb") as file:
        return read_po(file, locale=code)


def lacking(shown: Catalog, have: Catalog) -> list[str]:
    """The texts that are shown and that have no translation, or only a doubtful one."""
    return sorted(_key(text) for text in shown if text.id and not _is_done(have.get(text.id)))


def rewritten(code: str) -> bytes:
    """The catalogue as the sources want it: new texts come in empty, unused ones go, translations stay."""
    catalogue = translated(code)
    catalogue.update(used(), no_fuzzy_matching=True)
    body = BytesIO()
    write_po(body, catalogue, no_location=True, omit_header=True, sort_output=True, ignore_obsolete=True)
    return _HEADER.format(code=code).encode() + body.getvalue().strip() + b"\n"


def path(code: str) -> Path:
    """Where the catalogue of a language lies."""
    return LOCALE / code / "LC_MESSAGES" / "afspraak.po"


def _texts(folder: str) -> list[str | tuple[str, ...]]:
    method = "jinja2" if folder == _TEMPLATES else "python"
    files = "**" if folder == _TEMPLATES else "**.py"
    options = {"**": {"silent": "false", "trimmed": "true"}}
    found = extract_from_dir(ROOT / folder, [(files, method)], options, keywords=KEYWORDS, strip_comment_tags=True)
    return [text for _, _, text, _, _ in found]


def _is_done(message: Message | None) -> bool:
    if message is None or message.fuzzy:
        return False
    said = message.string if isinstance(message.string, tuple) else (message.string,)
    return all(said)


def _key(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]

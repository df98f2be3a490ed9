import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

_NAMED = re.compile(r"\{([a-z][a-z0-9_]*)\}")
_PERCENT = re.compile(r"%\(([a-z][a-z0-9_]*)\)s|%(.?)")


@dataclass(frozen=True)
class Placeholder:
    """The place in a text where the value of this name goes."""

    name: str


Parts = list[str | Placeholder]


def fill(text: str, values: Mapping[str, object]) -> str:
    """Put the values in, once: braces inside a value stay what they are."""
    return _NAMED.sub(lambda found: str(values.get(found[1], found[0])), text)


def parts(text: str) -> Parts:
    """The text cut into literal strings (none empty) and slots."""
    cut = _NAMED.split(text)
    return [Placeholder(piece) if index % 2 else piece for index, piece in enumerate(cut) if piece]


@lru_cache(maxsize=4096)
def fits(translated: str, source: str) -> bool:
    """Whether the translation asks for nothing that the source does not give."""
    return names(translated) <= names(source)


def names(text: str) -> frozenset[str]:
    """Every placeholder of a text, `{name}` of our own and `%(name)s` of Jinja alike."""
    return frozenset(_NAMED.findall(text)) | {f"%{found[1] or found[2]}" for found in _PERCENT.finditer(text)}

"""What changed between two versions of a text, word by word."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from slackapp.views import rich
from slackapp.views.rich import Line

AROUND = 8
"""How many unchanged words are shown on each side of a change."""
GAP = " … "
WORDS = re.compile(r"\S+\s*")


def changed(before: str, after: str) -> Line:
    """What was taken out struck through, what came in bold, and some words around; empty where nothing changed."""
    old, new = WORDS.findall(before), WORDS.findall(after)
    spans = SequenceMatcher(None, _bare(old), _bare(new), autojunk=False).get_opcodes()
    if all(kind == "equal" for kind, *_ in spans):
        return []
    line: Line = []
    for place, (kind, *ends) in enumerate(spans):
        first, last = place == 0, place == len(spans) - 1
        line += _same(new[ends[2] : ends[3]], first=first, last=last) if kind == "equal" else _change(old, new, ends)
    return line


def _bare(words: list[str]) -> list[str]:
    return [word.rstrip() for word in words]


def _change(old: list[str], new: list[str], ends: list[int]) -> Line:
    gone, come = "".join(old[ends[0] : ends[1]]).strip(), "".join(new[ends[2] : ends[3]]).strip()
    return [piece for styled in _styled(gone, come) for piece in (*styled, *rich.words(" "))]


def _styled(gone: str, come: str) -> Iterator[Line]:
    if gone:
        yield rich.words(gone, strike=True)
    if come:
        yield rich.words(come, bold=True)


def _same(words: list[str], *, first: bool, last: bool) -> Line:
    head = [] if first else words[:AROUND]
    tail = [] if last else words[-AROUND:]
    if len(head) + len(tail) >= len(words):
        return rich.words("".join(words))
    return rich.words("".join(head) + GAP + "".join(tail))

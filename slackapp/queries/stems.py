"""From words as people write them to the spellings by which they are found, in Dutch and English alike.

A text is kept as all its words, without accents and capitals, each also by its stem in both languages, and the long
ones by their endings too: what follows "klant" in "klantbeheer" is a word of its own in Dutch. A query asks for each
of its words as typed, by its stems, and by what begins with it. Nothing here knows a database.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

import snowballstemmer

from slackapp.models.decision_search import Spelling
from slackapp.normalization import WITHIN, bare
from slackapp.queries.irregular_forms import BASES

LONGEST = 40
"""Of a longer word its first letters are kept: enough to find it by."""
COMPOUND = 8
"""From how many letters on a Dutch word may consist of two."""
SHORTEST_PART = 4  # shorter endings stand in too many words
MOST_ASKED = 16  # words of one question; each is a condition in the database
SHORTEST_BEGINNING = 3
"""From how many letters on longer words that begin with a word are found by it."""

JOINT = "\0"
"""Between the parts of a word; no letter and no blank."""

_STEMMERS = tuple(snowballstemmer.stemmer(language) for language in ("dutch", "english"))


def words_of(text: str) -> list[tuple[str, ...]]:
    """The words of a text, folded: letters and digits, without accents and capitals. E-mail is ("e", "mail")."""
    marked = WITHIN.sub(JOINT, bare(text))
    words = "".join(c if c.isalnum() or c == JOINT else " " for c in marked).split()
    return [parts for word in words if (parts := tuple(part[:LONGEST] for part in word.split(JOINT) if part))]


def kept(text: str) -> list[str]:
    """Every spelling under which a text is kept, each once."""
    written = {each for parts in words_of(text) for each in (*parts, _in_one(parts))}
    return sorted({spelling for word in written for spelling in (*stems(word), *_endings(word))})


def asked(text: str) -> list[list[Spelling]]:
    """For each word of a query, the first sixteen of them, the spellings of which one must be kept."""
    words = ((part, _in_one(parts)) for parts in words_of(text) for part in parts)
    return [_alternatives(*word) for word in islice(dict.fromkeys(words), MOST_ASKED)]


@lru_cache(maxsize=20_000)
def stems(word: str) -> frozenset[str]:
    """A folded word, what it comes from, and its stems in both languages."""
    found = {word, *_bases(word), *_singular(word)}
    found |= {stemmer.stemWord(each) for stemmer in _STEMMERS for each in tuple(found)}
    return frozenset(found | {base for each in tuple(found) for base in _bases(each)})


def _alternatives(part: str, in_one: str) -> list[Spelling]:
    return [(spelling, len(spelling) >= SHORTEST_BEGINNING) for spelling in sorted(stems(part) | stems(in_one))]


def _in_one(parts: tuple[str, ...]) -> str:
    """Some write e-mail and opt-in, others email and optin."""
    return "".join(parts)[:LONGEST]


def _bases(word: str) -> tuple[str, ...]:
    return BASES.get(word, ())


def _singular(word: str) -> tuple[str, ...]:
    """Dutch "dagen" is "dag", where the stemmer takes the vowel for a long one and says "daag"."""
    return (word.removesuffix("en"),) if word.endswith("en") and len(word) > SHORTEST_BEGINNING + 1 else ()


def _endings(word: str) -> Iterator[str]:
    if len(word) < COMPOUND or not word.isalpha():
        return
    for start in range(SHORTEST_BEGINNING, len(word) - SHORTEST_PART + 1):
        yield word[start:]

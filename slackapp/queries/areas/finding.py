"""Who owns it: the area of a name, and those that are called nearly so (OWN-2).

The exact name is one look into an index. What is near is reckoned over all names of the workspace, three letters at a
time: a few microseconds a name, so that even some thousands of areas are answered at once.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp.errors import NotAllowed
from slackapp.ids import Actor
from slackapp.models.areas import Area
from slackapp.normalization import joined, key
from slackapp.permissions.areas import visible_to
from slackapp.permissions.viewer import Viewer, viewer
from slackapp.queries.areas.cards import AreaCard, card_of

NEAR = 5  # names that are nearly so: more are a list, and no help
ALIKE = 0.3
"""How much two names share at least, from 0 to 1, to be called near."""


@dataclass(frozen=True)
class OwnerAnswer:
    """What was looked for; the area of that name, if there is one, and those of a name that is near."""

    words: str
    card: AreaCard | None
    near: tuple[AreaCard, ...]


def find(session: Session, who: Actor, words: str) -> OwnerAnswer:
    """The answer for one reader; NotAllowed for guests."""
    reader = _reader(session, who)
    said = key(words)
    exact = session.scalars(select(Area).where(visible_to(reader), Area.key == said)).one_or_none()
    if exact is not None:
        return OwnerAnswer(words, card_of(session, exact, reader), ())
    near = [card_of(session, session.get_one(Area, area_id), reader) for area_id in _near(session, reader, said)]
    # A single one that contains every word is what was meant.
    meant = near[0] if len(near) == 1 and _contains(joined(near[0].name), joined(said)) else None
    return OwnerAnswer(words, meant, () if meant else tuple(near))


def offered(session: Session, who: Actor, words: str, limit: int = 100) -> list[tuple[int, str]]:
    """Numbers and names for a search field: those that contain the words; none for guests."""
    reader = viewer(session, who)
    found = select(Area.id, Area.name).where(visible_to(reader), Area.retired_at.is_(None)).order_by(Area.key)
    said = joined(words)
    containing = ((row.id, row.name) for row in session.execute(found) if not said or _contains(joined(row.name), said))
    return list(islice(containing, limit))


def likeness(said: str, name: str) -> float:
    """How much a name is what was said: 1 where it contains every word, else the share of letters in threes."""
    ours, theirs = joined(said), joined(name)
    return 1.0 if _contains(theirs, ours) else _shared(_threes(ours), _threes(theirs))


def _near(session: Session, reader: Viewer, said: str) -> list[int]:
    names = select(Area.id, Area.key).where(visible_to(reader), Area.retired_at.is_(None))
    scored = ((likeness(said, row.key), row.key, row.id) for row in session.execute(names))
    return [area_id for _, _, area_id in _best(each for each in scored if each[0] >= ALIKE)]


def _best(scored: Iterable[tuple[float, str, int]]) -> list[tuple[float, str, int]]:
    return sorted(scored, key=lambda each: (-each[0], each[1]))[:NEAR]


def _contains(name: str, said: str) -> bool:
    return bool(said) and all(word in name for word in said.split())


def _shared(ours: frozenset[str], theirs: frozenset[str]) -> float:
    return 2 * len(ours & theirs) / (len(ours) + len(theirs) or 1)


def _threes(text: str) -> frozenset[str]:
    padded = f"  {text} "
    return frozenset(padded[n : n + 3] for n in range(len(padded) - 2))


def _reader(session: Session, who: Actor) -> Viewer:
    reader = viewer(session, who)
    if not reader.is_member:
        raise NotAllowed("Who owns what is shown to members of the organisation, not to guests.")
    return reader

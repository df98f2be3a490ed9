"""What stands in a digest: the lists of each section, and the few that are shown of them (DIG-3)."""

from collections.abc import Callable, Mapping, Sequence
from itertools import chain, zip_longest
from typing import Any

from sqlalchemy.orm import Session

from slackapp.models.digests import Section
from slackapp.queries.digests import areas, decisions, figures, requests, rounds, trend
from slackapp.queries.digests.content import FEW, Gathered
from slackapp.queries.digests.listing import FoundItems, Item, Listing, first
from slackapp.queries.digests.scope import DigestScope

OLDEST = 3
"""So many of what is late stand in every digest, whatever else needs attention (REQ-7)."""

LISTS: Mapping[Section, Sequence[Callable[[DigestScope], Listing]]] = {
    Section.ATTENTION: (requests.late, requests.blocked, areas.orphaned, decisions.stale, decisions.disputed),
    Section.INCOMING: (requests.incoming,),
    Section.OUTGOING: (requests.outgoing,),
    Section.DECISIONS: (decisions.made, decisions.collecting),
    Section.OWNERSHIP: (areas.changed, areas.awaited),
    Section.CHECKINS: (rounds.open_now, rounds.ended),
}
"""What each section lists, one after the other; an item is in one list only."""


def choose(session: Session, scope: DigestScope) -> Gathered:
    """The first of each section, and the figures by which the next digest sees what has changed."""
    found = {each: _found(session, scope, each) for each in scope.sections if each in LISTS}
    items = [(section, *item) for section, lists in found.items() for item in _few(section, lists)]
    kept = figures.kept(session, scope)
    numbers: dict[str, Any] = {section.value: sum(each.total for each in lists) for section, lists in found.items()}
    numbers |= {
        "answered": sum(team.answered for team in kept),
        "finished": figures.finished(session, scope),
        "is_among_members": scope.audience.is_among_members,
    }
    if scope.has(Section.STUCK):
        numbers[Section.STUCK.value] = figures.stuck(session, scope, FEW)[1]
    if scope.has(Section.KEPT):
        numbers[Section.KEPT.value] = len(kept)
    if scope.has(Section.TREND):
        numbers[Section.TREND.value] = trend.written(trend.trend(session, scope))
    return Gathered(tuple(items), numbers, is_quiet=not _has_news(found, numbers))


def _found(session: Session, scope: DigestScope, section: Section) -> list[FoundItems]:
    return [first(session, listing(scope), FEW) for listing in LISTS[section]]


def _few(section: Section, lists: Sequence[FoundItems]) -> list[Item]:
    """A few items of a section, in the order of its lists."""
    listed = [[(found.kind, item_id) for item_id in found.ids] for found in lists]
    if section is not Section.ATTENTION:
        return list(chain.from_iterable(listed))[:FEW]
    late, *others = listed
    in_turn = [item for turn in zip_longest(*others) for item in turn if item]
    chosen = [*late[:OLDEST], *in_turn, *late[OLDEST:]][:FEW]
    return [item for item in chain.from_iterable(listed) if item in chosen]


def _has_news(found: Mapping[Section, Sequence[FoundItems]], numbers: Mapping[str, Any]) -> bool:
    has_moved = bool(numbers["answered"] or numbers["finished"] or numbers.get(Section.STUCK))
    return has_moved or any(each.has_news for lists in found.values() for each in lists)

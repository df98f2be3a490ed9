"""All of a section, page by page: what "show all" opens (DIG-3)."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from slackapp.models.digests import Section
from slackapp.queries.digests import figures
from slackapp.queries.digests.content import DigestPart, Everything
from slackapp.queries.digests.listing import Item, Listing, between, count
from slackapp.queries.digests.pages import lines_of
from slackapp.queries.digests.scope import DigestScope
from slackapp.queries.digests.selection import LISTS

PAGE = 10  # a line and a button each, far below Slack's fifty blocks


def everything_of(session: Session, scope: DigestScope, section: Section, page: int) -> Everything:
    """One page; the last one where there are not so many any more."""
    match section:
        case Section.STUCK:
            pairs, total = figures.stuck(session, scope)
            at = _clamped(page, total)
            return _page(DigestPart(section, between=pairs[at * PAGE : (at + 1) * PAGE], total=total), at)
        case Section.KEPT:
            teams = figures.kept(session, scope)
            at = _clamped(page, len(teams))
            return _page(DigestPart(section, kept=teams[at * PAGE : (at + 1) * PAGE], total=len(teams)), at)
        case _:
            return _listed(session, scope, section, page)


def _listed(session: Session, scope: DigestScope, section: Section, page: int) -> Everything:
    listings = [listing(scope) for listing in LISTS.get(section, ())]
    counts = [count(session, each) for each in listings]
    at = _clamped(page, sum(counts))
    items = _items(session, listings, counts, at * PAGE)
    lines = lines_of(session, scope, items)
    return _page(DigestPart(section, tuple(lines[item] for item in items if item in lines), total=sum(counts)), at)


def _items(session: Session, listings: Sequence[Listing], counts: Sequence[int], start: int) -> list[Item]:
    """The items of a page, out of lists that follow one another."""
    items: list[Item] = []
    stop = start + PAGE
    for listing, many in zip(listings, counts, strict=True):
        if start < many and stop > 0:
            ids = between(session, listing, max(start, 0), min(stop, many))
            items += [(listing.kind, item_id) for item_id in ids]
        start, stop = start - many, stop - many
    return items


def _pages(total: int) -> int:
    return max(1, -(-total // PAGE))


def _clamped(page: int, total: int) -> int:
    return max(0, min(page, _pages(total) - 1))


def _page(part: DigestPart, page: int) -> Everything:
    return Everything(part, page, _pages(part.total))

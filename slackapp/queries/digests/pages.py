"""A digest as it reads: the items that were chosen, each as it is now, and the numbers (DIG-2)."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy.orm import Session

from slackapp.models.digests import ItemKind, Section
from slackapp.models.people import Channel
from slackapp.queries.digests import areas, decisions, figures, requests, rounds, trend
from slackapp.queries.digests.content import FEW, DigestPage, DigestPart, Gathered, Line
from slackapp.queries.digests.listing import Item
from slackapp.queries.digests.scope import DigestScope

Numbers = Mapping[str, Any]
Ask = Callable[[Session, DigestScope, Collection[int]], Mapping[int, Line]]

LINES: Mapping[ItemKind, Ask] = {
    ItemKind.REQUEST: requests.lines,
    ItemKind.DECISION: decisions.lines,
    ItemKind.AREA: areas.lines,
    ItemKind.ROUND: rounds.lines,
}


def page_of(
    session: Session,
    scope: DigestScope,
    chosen: Gathered,
    before: Numbers,
    *,
    edition_id: int = 0,
    is_preview: bool = False,
) -> DigestPage:
    """What was chosen, as it is now; `before` are the numbers of the digest before this one, if there was one."""
    numbers = chosen.figures
    # Where others read along since then, a number could tell them of what they may not see.
    is_told = scope.audience.is_among_members or not numbers["is_among_members"]
    channel = session.get(Channel, (scope.workspace_id, scope.digest.channel_id))
    name = channel.name if channel else ""
    parts = () if chosen.is_quiet else tuple(_parts(session, scope, chosen))
    return DigestPage(
        edition_id=edition_id,
        digest_id=scope.digest.id,
        channel=name,
        template=scope.digest.template,
        locale=scope.digest.locale,
        tz=scope.digest.tz,
        since=scope.since,
        until=scope.until,
        # To guests it is the channel's own digest: which teams it covers besides is not told.
        teams=scope.names or (() if scope.covers_all else (f"#{name}",)),
        parts=tuple(_with_totals(part, chosen, before) for part in parts) if is_told else parts,
        trend=trend.read(numbers.get(Section.TREND, ())) if parts and is_told else (),
        answered=numbers["answered"] if is_told else 0,
        finished=numbers["finished"] if is_told else 0,
        is_preview=is_preview,
        sections=tuple(scope.sections),
    )


def lines_of(session: Session, scope: DigestScope, items: Collection[Item]) -> Mapping[Item, Line]:
    """These items as they are now, in one question for each kind; what may not be seen is missing."""
    found: dict[Item, Line] = {}
    for kind, ask in LINES.items():
        ids = [item_id for each, item_id in items if each is kind]
        found |= {(kind, item_id): line for item_id, line in ask(session, scope, ids).items()}
    return found


def _parts(session: Session, scope: DigestScope, chosen: Gathered) -> Iterator[DigestPart]:
    """The sections in which there is something, in their order."""
    lines = lines_of(session, scope, [(kind, item_id) for _, kind, item_id in chosen.items])
    for section in scope.sections:
        theirs = [(kind, item_id) for each, kind, item_id in chosen.items if each is section]
        part = _part(session, scope, section, tuple(lines[item] for item in theirs if item in lines))
        if part.total:
            yield part


def _part(session: Session, scope: DigestScope, section: Section, lines: tuple[Line, ...]) -> DigestPart:
    match section:
        case Section.STUCK:
            pairs, total = figures.stuck(session, scope, FEW)
            return DigestPart(section, between=pairs, total=total)
        case Section.KEPT:
            teams = figures.kept(session, scope)
            return DigestPart(section, kept=teams[:FEW], total=len(teams))
        case _:
            return DigestPart(section, lines, total=len(lines))


def _with_totals(part: DigestPart, chosen: Gathered, before: Numbers) -> DigestPart:
    """How many there were in all when they were chosen, but for those that may not be seen (any more)."""
    there, then = chosen.figures.get(part.section), before.get(part.section)
    change = there - then if there is not None and then is not None and part.section is not Section.KEPT else None
    if not part.lines or there is None:
        return replace(part, change=change)
    gone = sum(section is part.section for section, _, _ in chosen.items) - len(part.lines)
    return replace(part, total=there - gone, change=change)

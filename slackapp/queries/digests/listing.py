"""A list of items, most pressing first: how the parts of a digest are made."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy import ColumnElement, Select, case, func, select, true
from sqlalchemy.orm import Session

from slackapp.models.digests import ItemKind

Item = tuple[ItemKind, int]


@dataclass(frozen=True)
class Listing:
    """Which items, by `ids`, in their order. `is_news` tells those for which a week is not quiet."""

    kind: ItemKind
    ids: Select[int]
    is_news: ColumnElement[bool] = field(default_factory=true)


@dataclass(frozen=True)
class FoundItems:
    """The first few of a list, how many there are in all, and whether one of all is news."""

    kind: ItemKind
    ids: tuple[int, ...]
    total: int
    has_news: bool


def first(session: Session, listing: Listing, most: int) -> FoundItems:
    """The first few of a list, in one question."""
    total = func.count().over()
    news = func.sum(case((listing.is_news, 1), else_=0)).over()
    rows = session.execute(listing.ids.add_columns(total, news).limit(most)).all()
    return FoundItems(listing.kind, tuple(row[0] for row in rows), rows[0][1] if rows else 0, bool(rows and rows[0][2]))


def count(session: Session, listing: Listing) -> int:
    """How many there are."""
    return session.scalar(select(func.count()).select_from(listing.ids.order_by(None).subquery())) or 0


def between(session: Session, listing: Listing, start: int, stop: int) -> Sequence[int]:
    """Those from one place to another, counted from 0."""
    return session.scalars(listing.ids.offset(start).limit(stop - start)).all()

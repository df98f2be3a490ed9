"""The words by which decisions are found. Not a mapped table: SQLite keeps it as FTS5, PostgreSQL as a tsvector.

Both hold the same words, made by `slackapp.queries.stems`, and only compare them: so both find the same.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import BigInteger, Select, Text, cast, column, select, table, text
from sqlalchemy.dialects.postgresql import TSQUERY
from sqlalchemy.orm import Session

Spelling = tuple[str, bool]
"""Letters and digits only, and whether longer words that begin with it count too."""

FTS5 = table("decision_search", column("rowid", BigInteger), column("decision_search", Text))
TSVECTOR = table("decision_search", column("decision_id", BigInteger), column("words", Text))

FORGET = {
    "sqlite": text("DELETE FROM decision_search WHERE rowid = :id"),
    "postgresql": text("DELETE FROM decision_search WHERE decision_id = :id"),
}
KEEP = {
    "sqlite": text("INSERT INTO decision_search (rowid, words) VALUES (:id, :words)"),
    "postgresql": text(
        "INSERT INTO decision_search (decision_id, words) VALUES (:id, array_to_tsvector(CAST(:words AS text[])))"
    ),
}


def keep(session: Session, decision_id: int, words: Sequence[str]) -> None:
    """Have a decision found by these words, and by no others from now on."""
    database = session.get_bind().dialect.name
    held = " ".join(words) if database == "sqlite" else list(words)
    session.execute(FORGET[database], {"id": decision_id})
    session.execute(KEEP[database], {"id": decision_id, "words": held})


def matching(session: Session, wanted: Iterable[Sequence[Spelling]], most: int) -> Select[Any]:
    """The `id` of the newest decisions, at most so many, in which one spelling of each wanted word occurs."""
    if session.get_bind().dialect.name == "sqlite":
        return _by_fts5(wanted).limit(most)
    return _by_tsvector(wanted).limit(most)


def _by_fts5(wanted: Iterable[Sequence[Spelling]]) -> Select[Any]:
    query = " AND ".join(f"({' OR '.join(_fts5(each) for each in spellings)})" for spellings in wanted)
    found = select(FTS5.c.rowid.label("id")).where(FTS5.c.decision_search.op("MATCH")(query))
    return found.order_by(FTS5.c.rowid.desc())


def _by_tsvector(wanted: Iterable[Sequence[Spelling]]) -> Select[Any]:
    query = " & ".join(f"({' | '.join(_tsquery(each) for each in spellings)})" for spellings in wanted)
    found = select(TSVECTOR.c.decision_id.label("id")).where(TSVECTOR.c.words.op("@@")(cast(query, TSQUERY)))
    # Materialised first: ordered by id, PostgreSQL would walk the whole table and leave the index unused.
    matched = found.cte("matched").prefix_with("MATERIALIZED", dialect="postgresql")
    return select(matched.c.id).order_by(matched.c.id.desc())


def _fts5(spelling: Spelling) -> str:
    return f'"{spelling[0]}"' + ("*" if spelling[1] else "")


def _tsquery(spelling: Spelling) -> str:
    return f"'{spelling[0]}'" + (":*" if spelling[1] else "")

"""How far the ids and numbers of a database have come, and moving them on."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy import Table, select, text
from sqlalchemy.orm import Session

from slackapp import autoincrement
from slackapp.models.workspaces import Counter, Workspace

Numbers = Mapping[str, int]


@dataclass(frozen=True)
class HighWater:
    """The largest ids by table, and the last numbers by "workspace:kind", that a database has given."""

    ids: Numbers = field(default_factory=dict)
    numbers: Numbers = field(default_factory=dict)

    def is_above(self, other: "HighWater") -> bool:
        """Whether something was given here that the other one does not know of."""
        return _is_above(self.ids, other.ids) or _is_above(self.numbers, other.numbers)

    def joined(self, other: "HighWater") -> "HighWater":
        """The further of the two, in everything."""
        return HighWater(_furthest(self.ids, other.ids), _furthest(self.numbers, other.numbers))


def of(session: Session) -> HighWater:
    """How far this database has come."""
    numbers = {_name(counter): counter.last for counter in session.scalars(select(Counter))}
    return HighWater(_given(session), numbers)


def skip_ids(session: Session, seen: HighWater, to: int) -> None:
    """Let every id that is given from now on be above this one, those of this database, and those that were seen."""
    given = _given(session)
    for table in autoincrement.numbered():
        _continue_after(session, table, max(to, given.get(table.name, 0), seen.ids.get(table.name, 0)))


def skip_numbers(session: Session, seen: HighWater, ahead: int) -> None:
    """Let the numbers that people say go on so far above those of this database and those that were seen."""
    known = {_name(counter): counter for counter in session.scalars(select(Counter))}
    for name in seen.numbers.keys() - known.keys():
        workspace_id, _, kind = name.partition(":")
        if workspace := session.get(Workspace, int(workspace_id)):
            known[name] = Counter(workspace_id=workspace.id, kind=kind, last=0)
            session.add(known[name])
    for name, counter in known.items():
        counter.last = max(counter.last, seen.numbers.get(name, 0)) + ahead


def is_sqlite(session: Session) -> bool:
    """Whether it is a file."""
    return session.get_bind().dialect.name == "sqlite"


def _name(counter: Counter) -> str:
    return f"{counter.workspace_id}:{counter.kind}"


def _is_above(these: Numbers, those: Numbers) -> bool:
    return any(last > those.get(name, 0) for name, last in these.items())


def _furthest(these: Numbers, those: Numbers) -> Numbers:
    return {name: max(these.get(name, 0), those.get(name, 0)) for name in these.keys() | those.keys()}


def _given(session: Session) -> dict[str, int]:
    """The last id that each table has given, also where its row is gone."""
    if is_sqlite(session):
        return {row.name: row.seq for row in session.execute(text("SELECT name, seq FROM sqlite_sequence"))}
    last = text("SELECT pg_sequence_last_value(CAST(pg_get_serial_sequence(:name, 'id') AS regclass))")
    return {table.name: session.scalar(last, {"name": table.name}) or 0 for table in autoincrement.numbered()}


def _continue_after(session: Session, table: Table, last: int) -> None:
    about = {"name": table.name, "last": last}
    if not is_sqlite(session):
        session.execute(text("SELECT setval(CAST(pg_get_serial_sequence(:name, 'id') AS regclass), :last)"), about)
        return
    moved = session.execute(text("UPDATE sqlite_sequence SET seq = :last WHERE name = :name RETURNING 1"), about)
    if moved.first() is None:
        session.execute(text("INSERT INTO sqlite_sequence (name, seq) VALUES (:name, :last)"), about)

"""How a database would answer questions that were asked."""

from typing import Any

from sqlalchemy.orm import Session


def plans(session: Session, asked: list[tuple[str, Any]]) -> list[str]:
    """The steps of all of them; PostgreSQL reads a table from end to end only where no index helps."""
    connection = session.connection()
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
    explain = "EXPLAIN QUERY PLAN" if connection.dialect.name == "sqlite" else "EXPLAIN"
    return [str(row[-1]) for each in asked for row in connection.exec_driver_sql(f"{explain} {each[0]}", each[1])]

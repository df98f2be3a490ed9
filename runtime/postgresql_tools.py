"""pg_dump and pg_restore, which come with PostgreSQL: a back-up of a database on a server, and putting it back."""

import os
import shutil
import subprocess
from pathlib import Path

import psycopg
from sqlalchemy.engine import make_url

from runtime.cannot_start import CannotStart
from slackapp.models.base import Base

OTHERS = """
    SELECT count(*) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'
"""
BY_HAND = {
    "pg_dump": "Make the back-up where it is: pg_dump --format=custom --file=FILE DATABASE.",
    "pg_restore": (
        "Stop every process of Afspraak, put the back-up back where it is (pg_restore --clean --if-exists "
        "--dbname=DATABASE FILE), and then run `python app.py restored` here."
    ),
}
"""What to do where a tool is not on this machine."""


def dump(url: str, target: Path) -> None:
    """Write the database to a file for the app's own user only. CannotStart says why there is none."""
    tool = _tool("pg_dump")
    target.touch(mode=0o600)
    try:
        _run(url, tool, "--format=custom", f"--file={target}")
    except CannotStart:
        target.unlink()
        raise


def check(url: str, source: Path) -> None:
    """CannotStart where the file cannot be put back: it is no back-up of ours, or somebody works in the database."""
    if not source.is_file():
        raise CannotStart(f"There is no file {source}.")
    if "alembic_version" not in _contents(source):
        raise CannotStart(f"{source} is no back-up of Afspraak.")
    with _connected(url) as connection:
        others = connection.execute(OTHERS).fetchone()
    if others and others[0]:
        raise CannotStart(f"{others[0]} others are connected to the database: stop every process of Afspraak first.")


def restore(url: str, source: Path) -> None:
    """Put it back. Tables that only a later version has are removed first, since others could not be put back."""
    tool, contents = _tool("pg_restore"), _contents(source)
    with _connected(url) as connection:
        for table in Base.metadata.tables:
            if f" TABLE DATA public {table} " not in contents:
                connection.execute(f'DROP TABLE IF EXISTS "{table}" CASCADE')
    _run(url, tool, "--clean", "--if-exists", "--no-owner", "--single-transaction", "--exit-on-error", str(source))


def _contents(source: Path) -> str:
    listed = _done(_tool("pg_restore"), "--list", str(source))
    if listed.returncode:
        raise CannotStart(f"{source} is no back-up of pg_dump: {_last_line(listed.stderr)}")
    return listed.stdout


def _connected(url: str) -> psycopg.Connection:
    try:
        return psycopg.connect(make_url(url).set(drivername="postgresql").render_as_string(hide_password=False))
    except psycopg.OperationalError as failure:
        raise CannotStart(f"The database in DATABASE_URL cannot be reached: {str(failure).strip()}") from failure


def _run(url: str, tool: str, *arguments: str) -> None:
    parsed = make_url(url)
    # Where it is seen by others on the machine, as in a list of processes, the password does not stand.
    database = parsed.set(drivername="postgresql", password=None).render_as_string()
    password = {"PGPASSWORD": parsed.password} if parsed.password else {}
    done = _done(tool, f"--dbname={database}", *arguments, **password)
    if done.returncode:
        raise CannotStart(f"{Path(tool).name} failed: {_last_line(done.stderr)}")


def _done(tool: str, *arguments: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(  # noqa: S603 - no shell, and what is run was found by its name
        [tool, *arguments], env={**os.environ, **environment}, capture_output=True, text=True, check=False
    )


def _tool(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise CannotStart(f"{name} is not on this machine. {BY_HAND[name]}")
    return found


def _last_line(said: str) -> str:
    lines = said.strip().splitlines()
    return lines[-1] if lines else "it does not say why"

"""A foreign program writes to the SQLite file, and people go on: what they typed is kept, and stored once (F17).

The times are short forms of the real ones: Slack waits three seconds for an answer, the driver thirty for the file.
"""

import asyncio
import sqlite3
import threading
from collections.abc import Iterator

import pytest
from sqlalchemy import make_url

from sandbox.channels import Channel
from slackapp import database
from tests.stories.driver import House, Loop, Person, opening

SLACK_WAITS, DRIVER_WAITS = 0.3, 0.6


class Foreigner:
    """A program that holds the write lock."""

    def __init__(self, url: str) -> None:
        self._file = sqlite3.connect(str(make_url(url).database), isolation_level=None, check_same_thread=False)

    def begins(self) -> None:
        self._file.execute("BEGIN IMMEDIATE")

    def ends(self) -> None:
        self._file.execute("COMMIT")

    def holds_it_for(self, seconds: float) -> None:
        self.begins()
        threading.Timer(seconds, self.ends).start()


@pytest.fixture
def house(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[House]:
    pragmas = [f"busy_timeout={DRIVER_WAITS * 1000:.0f}" if "busy" in p else p for p in database.SQLITE_PRAGMAS]
    monkeypatch.setattr(database, "SQLITE_PRAGMAS", pragmas)
    loop = Loop()
    opened = opening.opened(loop, sqlite_url, "socket")
    house = loop.run(opened.__aenter__())
    house.sandbox.socket.patience = SLACK_WAITS
    yield house
    loop.run(opened.__aexit__(None, None, None))
    loop.close()


@pytest.fixture
def foreigner(sqlite_url: str) -> Foreigner:
    return Foreigner(sqlite_url)


@pytest.fixture
def sanne(house: House) -> Person:
    return house.person("Sanne de Vries")


@pytest.fixture
def design(house: House) -> Channel:
    noor = house.person("Noor Bakker")
    channel = house.channel("design", [noor])
    house.team("Design", lead=noor, channel=channel)
    return channel


def asks(sanne: Person) -> None:
    """The form is filled in, and not sent yet."""
    sanne.types("/request")
    sanne.fills(team="Design", title="New banner", why="The launch", needed_by="2026-11-30")


def submits(house: House, who: Person) -> None:
    """Without waiting until the app is at rest, which it cannot come to now."""
    house.loop.run(who.visitor.submits())


@pytest.mark.parametrize("times", [1, 4], ids=["while the driver waits", "after it gave up"])
def test_a_form_that_is_not_answered_in_time_is_sent_again_and_stored_once(
    house: House, sanne: Person, design: Channel, foreigner: Foreigner, times: int
) -> None:
    asks(sanne)
    foreigner.begins()
    for _ in range(times):
        submits(house, sanne)
        assert "New banner" in sanne.form
    assert sanne.visitor.modal.trouble or times > 1
    foreigner.ends()
    house.sandbox.socket.patience = opening.PATIENCE
    submits(house, sanne)
    assert not sanne.form
    house.passes(seconds=5)
    assert (sanne.visitor.sees(design)[-1].startswith("R-1 · New banner"), len(sanne.visitor.sees(design))) == (True, 1)


def test_a_form_that_could_not_be_stored_says_so_and_keeps_what_was_typed(
    house: House, sanne: Person, design: Channel, foreigner: Foreigner
) -> None:
    house.sandbox.socket.patience = opening.PATIENCE
    asks(sanne)
    foreigner.begins()
    submits(house, sanne)
    assert ["Nothing you typed is lost" in said for said in sanne.errors.values()] == [True]
    assert "New banner" in sanne.form
    foreigner.ends()
    sanne.submits()
    assert not sanne.form
    assert len(sanne.visitor.sees(design)) == 1


def test_a_page_that_is_only_read_opens_at_once(
    house: House, sanne: Person, design: Channel, foreigner: Foreigner
) -> None:
    house.sandbox.socket.patience = opening.PATIENCE
    foreigner.begins()
    house.loop.run(sanne.visitor.types(sanne.visitor.app, "/teams"))
    assert "Design" in sanne.form
    foreigner.ends()


def test_an_event_that_could_not_be_stored_comes_again_and_counts_once(
    house: House, sanne: Person, design: Channel, foreigner: Foreigner
) -> None:
    house.sandbox.event_retries = 5
    foreigner.holds_it_for(DRIVER_WAITS + 0.3)
    house.loop.run(asyncio.wait_for(house.sandbox.happenings.renames(design, "designers"), opening.PATIENCE))
    house.passes(seconds=5)
    sanne.types("/teams")
    assert "designers" in sanne.form

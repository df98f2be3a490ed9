"""The weeks before the demo opens: made through the app, the same each time, and with something of everything."""

from collections.abc import Iterator

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from demo.running import Demo
from demo.stories import HISTORY
from demo.stories.underway import SALARY
from slackapp.models.request_life import RequestState
from slackapp.models.requests import Request
from tests.browser.polder import polder


@pytest.fixture(scope="module")
def demo() -> Iterator[Demo]:
    with polder(HISTORY) as demo:
        yield demo


def test_there_is_a_request_in_every_state_and_a_private_one(demo: Demo) -> None:
    assert demo.app
    requests = demo.app.database.read_now(_requests)
    assert {state for state, _, _ in requests} == set(RequestState)
    assert [title for _, title, is_private in requests if is_private] == [SALARY]


def test_decisions_are_made_refused_and_awaited(demo: Demo) -> None:
    amy = "\n".join(_seen(demo, "Amy", "team-support"))
    assert "⚖️ Decided" in amy
    assert "💡 Proposed" in amy
    assert "Rejected" in amy


def test_some_are_late_in_english_and_in_dutch(demo: Demo) -> None:
    assert any("⏰ Unanswered" in message for message in _seen(demo, "Amy", "team-marketing"))
    assert any("⏰ Mee bezig" in message for message in _seen(demo, "Bram", "team-it"))


def test_it_is_the_same_each_time(demo: Demo) -> None:
    with polder(HISTORY) as again:
        assert _told(again) == _told(demo)


def _told(demo: Demo) -> list[str]:
    return [message for name in ("general", "leads", "team-product") for message in _seen(demo, "Sanne", name)]


def _requests(session: Session) -> list[tuple[RequestState, str, bool]]:
    return [(row.state, row.title, row.is_private) for row in session.scalars(select(Request))]


def _seen(demo: Demo, who: str, where: str) -> list[str]:
    workspace = demo.sandbox.workspaces[0]
    person = next(person for person in workspace.people.values() if person.name == who)
    channel = next(channel for channel in workspace.channels.values() if channel.name == where)
    return demo.sandbox.visitor(person).sees(channel)

"""Weeks of answers become a picture in the digest (DIG-6)."""

from datetime import date

import pytest

from slackapp.queries import requests as asked
from slackapp.queries.requests import RequestFilter, WantedRequests
from slackapp.rules.requests import answering
from tests.stories.digests.office import Office

WEEKS = ("2026-11-24", "2026-11-30", "2026-12-07", "2026-12-14")


@pytest.fixture
def answered(office: Office) -> Office:
    """Four weeks in each of which Design answers three requests; its digest comes on the Monday after them."""
    for day in WEEKS:
        office.house.moves_to(f"{day} 10:00")
        office.asks_often(3, title=f"Banner of {day}")
        run, promised = office.house.app.database.run_now, date(2027, 1, 15)
        for request_id in _unanswered(office):
            run(answering.accept, request_id, by=office.jan.actor, promised=promised)
    office.sets_up(office.noor, office.design)
    return office


def test_it_stands_in_the_digest_and_in_its_corrections_and_is_handed_in_once(answered: Office) -> None:
    answered.asks("A last banner")
    answered.house.moves_to("2026-12-21 09:00")
    assert "(image: Two graphs of the last twelve weeks" in answered.digest(answered.noor, answered.design)
    answered.jan.presses("Accept", answered.editions(answered.design)[-1])
    answered.jan.fills(promised="2027-01-20").submits()
    answered.house.passes(minutes=1)
    said = answered.digest(answered.noor, answered.design)
    assert "1 thing needs attention. 1 of them is settled by now." in said
    assert "🤝 R-13 · A last banner\nfrom Marketing · jan" in said
    assert "Half of all answers came within" in said
    assert "(image: Two graphs of the last twelve weeks" in said
    assert len(answered.house.sandbox.record.calls("files.completeUploadExternal")) == 1


def _unanswered(office: Office) -> list[int]:
    listed = office.house.app.database.read_now(asked.listed, office.jan.actor, WantedRequests(RequestFilter.WAITING))
    return [row.id for row in listed.rows if not row.owner]

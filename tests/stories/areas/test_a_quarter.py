"""Three hundred areas in a quarter: three people leave, three never answer, and two teams become one."""

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from sandbox.files import File
from sandbox.messages import Message
from slackapp.ids import WorkspaceId
from slackapp.models.area_life import Standing
from slackapp.models.areas import Area
from slackapp.models.quiet import USUAL_BUDGET
from tests.stories.areas.organisation import AREAS, Organisation, busiest_day, organisation, table
from tests.stories.driver import House, Person

DAYS = 91


@pytest.mark.timeout(300)
def test_after_a_quarter_every_area_has_an_owner_or_stands_on_a_list(house: House) -> None:
    org = organisation(house)
    leaving = [org.teams["Platform"][1], org.teams["Sales"][0], org.teams["Support"][4]]
    silent = [org.teams["Finance"][0], org.teams["Finance"][2], org.teams["Support"][7]]
    _brings(house, org.admin, table(org))
    for day in range(0, DAYS, 7):
        if day == 21:
            for person in leaving:
                _leaves(house, person)
        if day == 42:
            _merges(org)
        house.passes(days=7)
        _answer([each for each in org.everybody if each not in [*leaving, *silent]], day)
    areas = house.app.database.read_now(_all, house.workspace_id)
    assert len(areas) == 300
    adrift = {area.name for area in areas if area.standing is not Standing.CONFIRMED}
    assert adrift <= _listed(org.admin)
    assert 0 < len(adrift) < 60
    assert not {area.owner_id for area in areas} & {person.id for person in leaving}
    assert busiest_day(org.everybody) <= USUAL_BUDGET
    for person in leaving:
        last = max((float(each.ts) for each in person.visitor.app.messages), default=0)
        assert last < house.clock.now().timestamp() - timedelta(days=DAYS - 22).total_seconds()


def _brings(house: House, admin: Person, text: str) -> None:
    content = text.encode()
    file = File("F0TABLE", "areas.csv", len(content), content=content)
    house.workspace.files[file.id] = file
    admin.types("/owner import")
    admin.fills(file=[{"id": file.id, "url_private_download": f"{house.sandbox.address}/upload/{file.id}"}]).submits()
    assert "300 new areas" in admin.form
    assert "4 lines cannot be taken over" in admin.form
    admin.submits()
    assert "Stored." in admin.form


def _leaves(house: House, person: Person) -> None:
    house.lets(lambda: house.sandbox.happenings.changes(person.visitor.person, deleted=True))


def _merges(org: Organisation) -> None:
    """Support becomes a part of Platform."""
    lead = org.teams["Support"][0]
    lead.types("/owner list all Support")
    lead.presses("Move all to another team")
    lead.fills(team="Platform").submits()
    lead.closes()
    lead.types("/teams support")
    lead.presses("Archive this team")
    lead.closes()


def _answer(people: list[Person], day: int) -> None:
    """Most answer what waits for them; one in five does so every third week."""
    for number, person in enumerate(people):
        if number % 5 or day % 21 == 0:
            _confirms(person)


def _confirms(person: Person) -> None:
    for message in list(person.visitor.app.messages):
        for words in [each for each in _buttons(message) if each.startswith("All ")]:
            person.presses(words, on=message)
        for words in ("Accept", "I own it", "Still mine"):
            _presses_each(person, words, message)


def _presses_each(person: Person, words: str, message: Message) -> None:
    """Every button of that name, until none is left."""
    while words in _buttons(message):
        person.presses(words, on=message)


def _buttons(message: Message) -> list[str]:
    rows = [block["elements"] for block in message.blocks if block["type"] == "actions"]
    return [element["text"]["text"] for row in rows for element in row if element["type"] == "button"]


def _listed(reader: Person) -> set[str]:
    """Everything that the list of what is adrift shows, page by page."""
    reader.types("/owner list open")
    listing = reader.latest(reader.visitor.app)
    shown = reader.dm
    while "More" in _buttons(listing):
        reader.presses("More", on=listing)
        listing = reader.latest(reader.visitor.app)
        shown += reader.dm
    return {name for name in (f"Area {number:03}" for number in range(AREAS)) if name in shown}


def _all(session: Session, workspace_id: WorkspaceId) -> list[Area]:
    return list(session.scalars(select(Area).where(Area.workspace_id == workspace_id)))

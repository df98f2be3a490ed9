"""An organisation of a hundred, of whom Slack tells the oddest things, lives through a week of everything."""

from functools import partial
from random import Random

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from sandbox.channels import Channel
from slackapp import zones
from slackapp.models.outbox import Message, Progress
from slackapp.models.people import Person as Row
from tests.logged import Log
from tests.stories import oddities
from tests.stories.driver import House
from tests.stories.oddities import Crowd

SEEDS = (11, 4211)
TEAMS = 4


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """What is told is cleaned before a database sees it; what each database then takes stands in tests/rules."""
    return sqlite_url


@pytest.fixture(params=SEEDS)
def crowd(house: House, request: pytest.FixtureRequest) -> Crowd:
    return Crowd.gathered(house, Random(request.param))


def test_a_week_of_everything_passes(house: House, crowd: Crowd, log: Log) -> None:
    channels = founded(house, crowd)
    tuesday(house, crowd, channels)
    for day in ("Wed", "Fri"):
        house.moves_to(f"{day} 11:00")
        told_again(house, crowd)
        some_work(crowd, channels)
    house.moves_to("Tue 12:00")
    assert [each.parcel.names for each in house.sandbox.record.delivered if not each.ack.is_ok] == []
    assert [each for each in log.events if each["level"] in {"error", "critical"}] == []
    assert house.app.database.read_now(stuck) == []
    assert house.app.database.read_now(unusable) == []
    for number, channel in enumerate(channels):
        assert f"Weekly {number}" in crowd.actors[number].sees(channel)
        assert f"Ask {number}" in crowd.actors[number].sees(channels[(number + 1) % TEAMS])


def founded(house: House, crowd: Crowd) -> list[Channel]:
    """Four teams, each with a group of anybody; and channels of which odd things are told."""
    channels = []
    for number in range(TEAMS):
        lead = crowd.actors[number]
        channel = house.channel(f"team{number}", [lead, *crowd.random.sample(crowd.others, 10)])
        group = crowd.group(number)
        house.team(f"Team {number}", lead=lead, members=crowd.actors[4 + number :: 4], channel=channel)
        lead.types(f"/teams team {number}")
        if group.handle and "handle" not in group.odd and "date_delete" not in group.odd:
            lead.fills(group=f"@{group.handle}").submits()
        lead.closes()
        channels.append(channel)
    for number in range(6):
        private = bool(number % 2)
        house.channel(f"odd{number}", crowd.random.sample(crowd.others, 8), private=private).odd = crowd.channel_odd()
    house.channel("nowhere").odd = {"id": ...}
    oddities.lost_group(house)
    return channels


def tuesday(house: House, crowd: Crowd, channels: list[Channel]) -> None:
    """Check-ins, digests, areas, a decision, quiet and days off are begun."""
    for number, channel in enumerate(channels):
        lead = crowd.actors[number]
        people = [lead, *crowd.random.sample(crowd.actors, 5)]
        lead.types("/checkin new")
        lead.fills(name=f"Weekly {number}", people=people, from_channel=channel, channel=channel).submits()
        lead.presses("Start")
        assert "Running" in lead.form, lead.form
        lead.closes()
        lead.types("/digest settings", channel)
        lead.submits()
        lead.closes()
    lines = [f"Area {n},system,Team {n % TEAMS},{crowd.actors[n].id}" for n in range(20)]
    crowd.actors[0].types("/owner import")
    crowd.actors[0].fills(table="\n".join(["name,kind,team,owner", *lines])).submits()
    assert "20 new areas" in crowd.actors[0].form, crowd.actors[0].form
    crowd.actors[0].submits()
    crowd.actors[0].closes()
    decides(crowd)
    for person in crowd.actors[8:12]:
        person.types("/quiet 1d")
        person.types("/checkin away")
        person.submits()
        person.closes()
    some_work(crowd, channels)


def decides(crowd: Crowd) -> None:
    """One proposal about two teams, on which odd people are consulted."""
    author, decider = crowd.actors[0], crowd.actors[1]
    author.types("/decision")
    author.fills(title="A term of 14 days", text="Two weeks", decider=decider, consulted=crowd.actors[4:8])
    author.fills(teams=["Team 0", "Team 1"], until="2026-11-27").submits()
    assert not author.visitor.has_modal or not author.errors, author.errors
    author.types("/decision list")


def some_work(crowd: Crowd, channels: list[Channel]) -> None:
    """Each lead asks the next team, which takes it; everybody at work looks at their Home."""
    for number in range(TEAMS):
        asker, asked = crowd.actors[number], (number + 1) % TEAMS
        asker.types("/request")
        asker.fills(team=f"Team {asked}", title=f"Ask {number}", why="The launch", needed_by="2026-12-14").submits()
        assert not asker.visitor.has_modal, asker.form
        crowd.actors[asked].presses("Accept", on=crowd.actors[asked].latest(channels[asked]))
        crowd.actors[asked].submits()
    for person in crowd.random.sample([*crowd.actors, *crowd.others], 12):
        person.opens_home()


def told_again(house: House, crowd: Crowd) -> None:
    """Accounts, groups and the workspace change, to something odd again; and the directory is asked anew."""
    happenings, random = house.sandbox.happenings, crowd.random
    for person in random.sample(crowd.others, 8):
        person.visitor.person.odd = crowd.heavy()
        house.lets(partial(happenings.changes, person.visitor.person, status_emoji=":palm_tree:"))
    for person in random.sample(crowd.actors, 4):
        person.visitor.person.odd = crowd.light()
        house.lets(partial(happenings.changes, person.visitor.person))
    group = random.choice(list(house.workspace.groups.values()))
    house.lets(lambda: happenings.changes_group(group, [random.choice(crowd.others).id, crowd.actors[0].id]))
    house.loop.run(house.app.refresh_directory())


def stuck(session: Session) -> list[tuple[str, str]]:
    """Messages of which nothing became, though nobody asked to be left in peace by now."""
    waiting = select(Message.kind, Message.state).where(Message.state.in_((Progress.DEAD, Progress.SENDING)))
    return [(kind, state) for kind, state in session.execute(waiting)]


def unusable(session: Session) -> list[str]:
    """People of whom something is stored with which nobody could work."""
    return [
        row.user_id for row in session.scalars(select(Row)) if not (row.name and zones.is_known(row.tz) and row.locale)
    ]

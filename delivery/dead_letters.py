"""Telling people, once, of what could not be delivered, and of what can be again.

What is said is committed before it is noted that it was: a worker that dies in between says it again under the same
key. Both in one transaction would lock tables and lanes in another order than everybody else.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from delivery import gates
from slackapp import outbox
from slackapp.clock import now
from slackapp.database import Database
from slackapp.ids import ChannelId, UserId, WorkspaceId
from slackapp.models.outbox import Gate, Lane, Message, Progress
from slackapp.models.people import Person
from slackapp.models.teams import Team
from slackapp.queries import people
from slackapp.rules import quarantine
from slackapp.rules.quarantine import Case

DEAD, RESUMED = "delivery.dead", "delivery.resumed"
JOB = "letters"
AT_ONCE = 20  # in one transaction; the rest comes ten seconds later


@dataclass(frozen=True)
class DeadLetter:
    """A dead message: where it should have gone, and why it could not."""

    message_id: int
    workspace_id: WorkspaceId
    channel: str
    kind: str
    reason: str


@dataclass(frozen=True)
class Pause:
    """A time in which nothing of a workspace could be posted. Moments are UTC."""

    workspace_id: WorkspaceId
    reason: str
    shut_at: datetime
    lifted_at: datetime


class DeadLetters:
    """Tells the lead of a channel's team, else the administrators, of dead letters: once for a channel and a reason."""

    def __init__(self, database: Database) -> None:
        """Any number of workers may do this at once."""
        self._database = database

    async def once(self) -> int:
        """Tell of up to 20 dead letters, and of gates that were lifted; how many that were."""
        letters = await self._database.read(_untold)
        if letters:
            told = await self._database.run(_tell_of_letters, letters)
            await self._database.run(_note_letters, told)
        pauses = await self._database.read(_over)
        if pauses:
            await self._database.run(_tell_of_pauses, pauses)
            await self._database.run(_forget_pauses, pauses)
        return len(letters) + len(pauses)


def _untold(session: Session) -> list[DeadLetter]:
    columns = (Message.id, Message.workspace_id, Lane.channel, Message.kind, Message.error)
    dead = select(*columns).join(Lane, Lane.id == Message.lane_id)
    odd = [int(each.ref) for each in quarantine.of(session, JOB) if each.not_before > now(session)]
    untold = dead.where(Message.state == Progress.DEAD, Message.told_at.is_(None), Message.id.not_in(odd))
    return [DeadLetter(*row) for row in session.execute(untold.order_by(Message.id).limit(AT_ONCE))]


def _tell_of_letters(session: Session, letters: Sequence[DeadLetter]) -> list[DeadLetter]:
    """Tell of them; which of them need not be told any more."""
    told: list[DeadLetter] = []
    for letter in letters:
        with quarantine.attempt(session, Case(letter.workspace_id, JOB, str(letter.message_id))):
            _tell(session, letter)
            told.append(letter)
    return told


def _tell(session: Session, letter: DeadLetter) -> None:
    # Nobody is told that they could not be told.
    if letter.kind not in {DEAD, RESUMED}:
        for person in _whom(session, letter):
            _say_dead(session, letter, person)


def _say_dead(session: Session, letter: DeadLetter, person: UserId) -> None:
    once = f"{DEAD}:{letter.channel}:{letter.reason}"[:200] + f":{person}"
    to, channel = letter.workspace_id, letter.channel
    outbox.say(session, to, person, DEAD, once=once, channel=channel, reason=letter.reason)


def _note_letters(session: Session, letters: Sequence[DeadLetter]) -> None:
    told = update(Message).where(Message.id.in_([letter.message_id for letter in letters]))
    session.execute(told.values(told_at=now(session)))


def _whom(session: Session, letter: DeadLetter) -> Iterable[UserId]:
    """Whom a dead letter concerns; never only somebody who cannot be reached."""
    lives_here = select(Team.lead_id).where(
        Team.workspace_id == letter.workspace_id,
        Team.home_channel == ChannelId(letter.channel),
        Team.is_archived.is_(False),
    )
    lead = session.scalars(lives_here.order_by(Team.id).limit(1)).first()
    person = session.get(Person, (letter.workspace_id, lead)) if lead else None
    return [person.user_id] if person and not person.is_deactivated else people.admins(session, letter.workspace_id)


def _over(session: Session) -> list[Pause]:
    lifted = select(Gate).where(Gate.lifted_at.is_not(None), Gate.shut_at.is_not(None), Gate.reason != gates.THROTTLED)
    found = session.scalars(lifted.limit(AT_ONCE))
    return [Pause(g.workspace_id, g.reason, g.shut_at, g.lifted_at) for g in found if g.shut_at and g.lifted_at]


def _tell_of_pauses(session: Session, pauses: Sequence[Pause]) -> None:
    for pause in pauses:
        for person in people.admins(session, pause.workspace_id):
            _say_resumed(session, pause, person)


def _say_resumed(session: Session, pause: Pause, person: UserId) -> None:
    since, until = int(pause.shut_at.timestamp()), int(pause.lifted_at.timestamp())
    to, once = pause.workspace_id, f"{RESUMED}:{since}:{person}"
    outbox.say(session, to, person, RESUMED, once=once, reason=pause.reason, since=since, until=until)


def _forget_pauses(session: Session, pauses: Sequence[Pause]) -> None:
    for pause in pauses:
        # Not one that has been shut again meanwhile.
        told = (Gate.workspace_id == pause.workspace_id, Gate.lifted_at == pause.lifted_at)
        session.execute(delete(Gate).where(*told))

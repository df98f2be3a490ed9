"""What must be asked about an area, and of whom: decided from its present state, after each step (OWN-5)."""

from collections.abc import Iterable, Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp.ids import UserId, WorkspaceId
from slackapp.models.area_life import WHOSE, Why
from slackapp.models.areas import Area, AreaQuestion, AreaRound
from slackapp.models.people import Person
from slackapp.models.teams import Team
from slackapp.queries import people
from slackapp.rules.areas import rounds, validation

ADMINS = 3
"""So many administrators are asked where nobody of the team is left."""


def look(session: Session, area: Area, into: AreaRound | None = None) -> None:
    """Ask what is not asked yet, and ask no more what is settled; the area is locked.

    A question to the person of `into` is asked in that message; all others at once.
    """
    wanted = _first_of_each(_wanted(session, area))
    for question in _open(session, area):
        why = wanted.get(question.person_id)
        if why is not None and _stays(question.why, why):
            wanted.pop(question.person_id)
            question.why, question.snag = why, None if why is not question.why else question.snag
        else:
            question.is_open = False
        rounds.show_again(session, question)
    for person_id, why in wanted.items():
        rounds.ask(session, area, person_id, why, into=into)


def finders(session: Session, area: Area) -> list[UserId]:
    """Who is to find an owner: the backup and the team's lead; the administrators where both are gone."""
    lead = session.get_one(Team, area.team_id).lead_id
    return _of_those(session, area, (area.backup_id, lead)) or _admins(session, area)


def has_account(session: Session, workspace_id: WorkspaceId, user_id: UserId | None) -> bool:
    """Whether somebody is a full member who can be asked; Slack takes messages to gone accounts without a word."""
    person = session.get(Person, (workspace_id, user_id)) if user_id else None
    return person is not None and person.is_member


def _wanted(session: Session, area: Area) -> Iterator[tuple[UserId, Why]]:
    if area.retired_at:
        return
    if area.offered_to:
        yield area.offered_to, Why.OFFERED
    elif area.owner_id is None:
        yield from ((each, Why.UNOWNED) for each in finders(session, area))
    else:
        yield from _about_the_owner(session, area, area.owner_id)


def _about_the_owner(session: Session, area: Area, owner: UserId) -> Iterator[tuple[UserId, Why]]:
    if area.asks:
        yield owner, area.asks
    elif validation.archived_team(session, area):
        yield owner, Why.TEAM_GONE
    if area.with_lead:
        yield from ((each, Why.UNANSWERED) for each in _lead(session, area))
    if area.owner_left:
        yield from ((each, Why.LEFT) for each in finders(session, area))
    if area.wants_backup and area.backup_id is None:
        yield owner, Why.NO_BACKUP


def _lead(session: Session, area: Area) -> list[UserId]:
    """The lead; the backup where that is the owner, or gone; else the administrators."""
    lead = session.get_one(Team, area.team_id).lead_id
    return [*_of_those(session, area, (lead, area.backup_id))[:1]] or _admins(session, area)


def _of_those(session: Session, area: Area, people: Iterable[UserId | None]) -> list[UserId]:
    others = dict.fromkeys(each for each in people if each and each != area.owner_id)
    return [each for each in others if has_account(session, area.workspace_id, each)]


def _admins(session: Session, area: Area) -> list[UserId]:
    found = admins(session, area.workspace_id)
    return [each for each in found if each != area.owner_id]


def admins(session: Session, workspace_id: WorkspaceId) -> list[UserId]:
    """A few administrators who can be asked."""
    return people.admins(session, workspace_id)[:ADMINS]


def _first_of_each(pairs: Iterable[tuple[UserId, Why]]) -> dict[UserId, Why]:
    wanted: dict[UserId, Why] = {}
    for person_id, why in pairs:
        wanted.setdefault(person_id, why)
    return wanted


def _stays(asked: Why, wanted: Why) -> bool:
    # What is more pressing than before is asked anew: a change of an old message would be seen by nobody.
    return asked is wanted or wanted is Why.NO_BACKUP or {asked, wanted} <= WHOSE


def _open(session: Session, area: Area) -> list[AreaQuestion]:
    asked = select(AreaQuestion).where(
        AreaQuestion.workspace_id == area.workspace_id, AreaQuestion.area_id == area.id, AreaQuestion.is_open
    )
    return list(session.scalars(asked.order_by(AreaQuestion.id)))

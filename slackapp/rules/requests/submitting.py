"""A request is made: one team needs something from another."""

from dataclasses import fields
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, String
from sqlalchemy.orm import Session

from slackapp.clock import now, today
from slackapp.errors import InvalidInput, NotAllowed
from slackapp.ids import Actor
from slackapp.models.request_life import RequestState, RequestVerb
from slackapp.models.requests import Request, RequestExtras, RequestTerms
from slackapp.models.teams import Team
from slackapp.normalization import key
from slackapp.permissions.viewer import Viewer, viewer
from slackapp.rules import drafts, numbers, sources, validation
from slackapp.rules.requests import clocks
from slackapp.rules.requests.steps import RequestTurn, end


def submit(session: Session, terms: RequestTerms, *, by: Actor, draft: str = "") -> int:
    """Send a request to a team (REQ-1); returns its number.

    `draft` is the key of the form, under which a message that it was made from is remembered (REQ-2).
    """
    who = allow(session, by=by)
    team = _team(session, terms, by)
    _check_sender(terms, who)
    request = _stored(session, terms, by, team)
    sources.remember(request, drafts.take(session, by.workspace_id, draft))
    end(session, RequestTurn(request, team, who, RequestVerb.SUBMIT, RequestState.OPEN))
    if not request.is_private:  # a link to one would tell of it
        sources.tell(session, request, "request")
    return request.number


def allow(session: Session, *, by: Actor) -> Viewer:
    """Make sure, also before the form is opened, that this person makes requests; NotAllowed otherwise."""
    who = viewer(session, by)
    if not who.is_member:
        raise NotAllowed(
            "Guests can answer what they are asked, but not make requests. Ask a colleague to make it for you."
        )
    return who


def _team(session: Session, terms: RequestTerms, by: Actor) -> Team:
    team = session.get(Team, terms.to_team_id) if terms.to_team_id is not None else None
    if team is None or team.workspace_id != by.workspace_id:
        raise InvalidInput("team", "Choose the team that you ask.")
    if team.is_archived:
        raise InvalidInput("team", "{team} does not exist any more. Choose another team.", team=team.name)
    return team


def _check_sender(terms: RequestTerms, who: Viewer) -> None:
    if terms.from_team_id is not None and terms.from_team_id not in who.team_ids:
        raise InvalidInput("from_team", "You can ask on behalf of a team that you are in.")


def _stored(session: Session, terms: RequestTerms, by: Actor, team: Team) -> Request:
    at = now(session)
    request = Request(
        workspace_id=by.workspace_id,
        number=0,
        requester_id=by.user_id,
        from_team_id=terms.from_team_id,
        to_team_id=team.id,
        title=validation.needed("title", terms.title),
        why=validation.needed("why", terms.why),
        needed_by=validation.day("needed_by", terms.needed_by, today(session, ZoneInfo(team.tz))),
        priority=terms.priority,
        customer_key=key(terms.customer)[:200],
        **_extras(terms),
        is_private=terms.is_private,
        state=RequestState.OPEN,
        submitted_at=at,
    )
    clocks.ask_team(request, team, at)
    # The number comes last: it locks the workspace's counter until the transaction ends.
    request.number = numbers.next_number(session, by.workspace_id, "request")
    session.add(request)
    session.flush()
    return request


def _extras(terms: RequestTerms) -> dict[str, str]:
    validation.check_link("link", terms.link)
    columns = [Request.__table__.c[each.name] for each in fields(RequestExtras)]
    return {each.name: validation.fitting(each.name, getattr(terms, each.name), _longest(each)) for each in columns}


def _longest(column: ColumnElement[Any]) -> int | None:
    return column.type.length if isinstance(column.type, String) else None

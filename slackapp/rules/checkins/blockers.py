"""A blocker that names a team becomes a request to it (CHK-6)."""

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from slackapp.errors import InvalidInput, NotPossibleNow
from slackapp.ids import Actor
from slackapp.models.checkin_rounds import CheckinAnswer, CheckinRound
from slackapp.models.checkins import Checkin
from slackapp.models.digests import ItemKind
from slackapp.models.requests import Request, RequestTerms
from slackapp.permissions import checkins as permissions
from slackapp.permissions.viewer import viewer
from slackapp.references import REQUEST
from slackapp.rules import digests
from slackapp.rules.checkins import places, request_links, steps
from slackapp.rules.requests import submitting


def ask_team(session: Session, answer_id: int, terms: RequestTerms, *, by: Actor, draft: str = "") -> int:
    """Make the request, and link both: the summary says which it became, and the next round shows its state.

    Once: the second who presses is told which request it is. `draft` is the key of the form, as for any request.
    """
    found = select(CheckinAnswer).where(CheckinAnswer.workspace_id == by.workspace_id, CheckinAnswer.id == answer_id)
    # Held: of two who make a request of it the second is told of the first one's.
    answer = session.scalars(found.with_for_update()).one_or_none()
    if answer is None:
        raise steps.not_found()
    round_ = session.get_one(CheckinRound, answer.round_id)
    mine = select(Checkin).where(Checkin.workspace_id == by.workspace_id, Checkin.id == round_.checkin_id)
    checkin = session.scalars(mine).one()
    _check(session, checkin, answer, by)
    if terms.is_private:
        raise InvalidInput(
            "privacy", "What was said in a check-in is known: a request about it cannot be kept private."
        )
    number = submitting.submit(session, terms, by=by, draft=draft)
    request = session.scalars(_numbered(by, number)).one()
    answer.request_id = request.id
    digests.follow(session, by.workspace_id, ItemKind.ROUND, round_.id)
    if round_.closed_at is not None or checkin.is_live:
        places.show_summary(session, checkin, round_)
        request_links.link(session, checkin, round_)
    return number


def _check(session: Session, checkin: Checkin, answer: CheckinAnswer, by: Actor) -> None:
    is_theirs = answer.user_id == by.user_id
    if not is_theirs and not permissions.may_read_answers(session, checkin, viewer(session, by)):
        raise steps.not_found()
    if answer.request_id is not None:
        linked = select(Request).where(Request.workspace_id == by.workspace_id, Request.id == answer.request_id)
        request = session.scalars(linked).one()
        raise NotPossibleNow("This blocker is {request} already.", request=REQUEST.of(request.number))


def _numbered(by: Actor, number: int) -> Select[Request]:
    return select(Request).where(Request.workspace_id == by.workspace_id, Request.number == number)

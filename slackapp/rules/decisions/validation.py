"""What can be typed about a decision: how long, which dates, which people."""

from datetime import date

from sqlalchemy.orm import Session

from slackapp.errors import InvalidInput
from slackapp.ids import UserId, WorkspaceId
from slackapp.models.decision_texts import Wording
from slackapp.models.people import Person
from slackapp.rules import validation

TITLE_LIMIT = 300


def wording(said: Wording) -> Wording:
    """Texts that say what is decided, each of which fits."""
    return Wording(
        title=validation.fitting("title", _needed("title", said.title), TITLE_LIMIT),
        text=validation.fitting("text", _needed("text", said.text)),
        context=validation.fitting("context", said.context),
        options=validation.fitting("options", said.options),
    )


def reason(text: str) -> str:
    """A reason that was really given."""
    if not text:
        raise InvalidInput("reason", "Say why in a few words: everybody whom it concerns reads it.")
    return validation.fitting("reason", text)


def words(field: str, text: str) -> str:
    """What may be left empty, but not be too long."""
    return validation.fitting(field, text)


def day(field: str, value: date | None, today: date) -> date:
    """A day from today on, within reach."""
    return validation.day(field, value, today)


def somebody(session: Session, workspace_id: WorkspaceId, field: str, user_id: UserId | None) -> Person:
    """Somebody who can be asked something: no app, and nobody whose account is gone."""
    person = session.get(Person, (workspace_id, user_id)) if user_id else None
    if person is None or person.is_bot:
        raise InvalidInput(field, "Choose a person.")
    if person.is_deactivated:
        raise InvalidInput(field, "{person} has no account any more. Choose somebody else.", person=person.name)
    return person


def _needed(field: str, text: str) -> str:
    if not text:
        raise InvalidInput(field, "Please fill this in: others must understand it without having been there.")
    return text

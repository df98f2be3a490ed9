"""In which language somebody reads, kept for a minute: it is asked before every answer and hardly ever changes."""

from time import monotonic

from sqlalchemy.orm import Session

from slackapp.database import Database
from slackapp.ids import Actor
from slackapp.language import Language
from slackapp.models.people import Person
from slackapp.queries import locales
from slackapp.slack.unknown_people import UnknownPeople

SECONDS = 60.0  # a change of language is seen a minute later, and most presses ask nobody
MOST = 10_000  # people whose language is remembered; the memory must not grow for ever


class Locales:
    """The languages of those who were here within a minute."""

    def __init__(self, database: Database, unknown_people: UnknownPeople) -> None:
        """Know nobody yet; whoever the database does not know either is noted as a stranger."""
        self._database = database
        self._strangers = unknown_people
        self._known: dict[Actor, tuple[float, Language, bool]] = {}

    async def of(self, actor: Actor, *, is_from_elsewhere: bool = False) -> Language:
        """Somebody's language. Who says to be from elsewhere and counts as a member is looked up again as well."""
        until, language, is_member = self._known.get(actor, (0.0, Language.of(None), False))
        if monotonic() >= until:
            language, is_member = await self._ask(actor)
        if is_from_elsewhere and is_member:
            self._strangers.note(actor)
        return language

    def forget(self, actor: Actor) -> None:
        """Ask anew the next time: something about them has changed."""
        self._known.pop(actor, None)

    async def _ask(self, actor: Actor) -> tuple[Language, bool]:
        language, person = await self._database.read(_language, actor)
        if person is None:
            self._strangers.note(actor)
            return language, False
        if len(self._known) >= MOST:
            self._known.clear()
        self._known[actor] = (monotonic() + SECONDS, language, person.is_member)
        return language, person.is_member


def _language(session: Session, actor: Actor) -> tuple[Language, Person | None]:
    locale = locales.locale_of_person(session, actor.workspace_id, actor.user_id)
    return Language.of(locale), session.get(Person, (actor.workspace_id, actor.user_id))

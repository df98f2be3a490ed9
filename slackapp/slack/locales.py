"""In which language somebody reads, kept for a minute: it is asked before every answer and hardly ever changes."""

from time import monotonic

from sqlalchemy.orm import Session

from slackapp.database import Database
from slackapp.ids import Actor
from slackapp.language import Language
from slackapp.queries import readers
from slackapp.slack.strangers import Strangers

SECONDS = 60.0
MOST = 10_000


class Locales:
    """The languages of those who were here within a minute."""

    def __init__(self, database: Database, strangers: Strangers) -> None:
        """Know nobody yet; whoever the database does not know either is noted as a stranger."""
        self._database = database
        self._strangers = strangers
        self._known: dict[Actor, tuple[float, Language]] = {}

    async def of(self, actor: Actor) -> Language:
        """Somebody's language."""
        until, language = self._known.get(actor, (0.0, Language.of(None)))
        return language if monotonic() < until else await self._ask(actor)

    def forget(self, actor: Actor) -> None:
        """Ask anew the next time: something about them has changed."""
        self._known.pop(actor, None)

    async def _ask(self, actor: Actor) -> Language:
        language, is_known = await self._database.read(_language, actor)
        if not is_known:
            self._strangers.note(actor)
            return language
        if len(self._known) >= MOST:
            self._known.clear()
        self._known[actor] = (monotonic() + SECONDS, language)
        return language


def _language(session: Session, actor: Actor) -> tuple[Language, bool]:
    locale = readers.locale_of_person(session, actor.workspace_id, actor.user_id)
    return Language.of(locale), readers.is_known(session, actor.workspace_id, actor.user_id)

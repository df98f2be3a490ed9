"""People who act before Slack has told us who they are, from another organisation, say: looked up afterwards."""

import structlog
from slack_sdk.errors import SlackApiError

from slackapp.database import Database
from slackapp.database_trouble import is_the_databases
from slackapp.ids import Actor
from slackapp.slack import directory, fields
from slackapp.slack.installations import Installations

MOST = 1000  # the memory must not grow with who presses
AT_ONCE = 10  # a second's work beside everything else

log = structlog.get_logger()


class UnknownPeople:
    """Who is to be looked up. Nobody waits for it: until then they may do what a visitor may."""

    def __init__(self, database: Database, installations: Installations) -> None:
        self._database = database
        self._installations = installations
        self._waiting: dict[Actor, None] = {}

    def note(self, actor: Actor) -> None:
        """Somebody is unknown; beyond a thousand at once the rest come with the next thing that they do."""
        if actor.user_id and len(self._waiting) < MOST:
            self._waiting[actor] = None

    async def once(self) -> int:
        """Look some of them up; how many."""
        found = list(self._waiting)[:AT_ONCE]
        for actor in found:
            del self._waiting[actor]
            await self._meet(actor)
        return len(found)

    async def _meet(self, actor: Actor) -> None:
        client = self._installations.client_of(actor.workspace_id)
        if client is None:
            return
        try:
            await directory.learn(client, self._database, actor.workspace_id, actor.user_id)
        except SlackApiError as refused:
            log.warning("somebody stays unknown", error=refused.response.get("error"))
        except fields.Unreadable:
            log.warning("somebody stays unknown", error="no record")
        except Exception as failure:
            if is_the_databases(failure):
                raise
            # Whatever is odd about one, the others are met; this one comes with the next thing that they do.
            log.exception("somebody stays unknown")

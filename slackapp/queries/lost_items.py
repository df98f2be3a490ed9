"""What a card in Slack is about, when the database was restored from a back-up that does not have it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp import incarnations
from slackapp.ids import ChannelId, WorkspaceId
from slackapp.models.areas import Area, AreaRound
from slackapp.models.checkin_rounds import CheckinAnswer, CheckinRound
from slackapp.models.checkins import Checkin
from slackapp.models.decisions import Decision
from slackapp.models.digests import Digest, DigestEdition
from slackapp.models.requests import Request
from slackapp.models.teams import Team
from slackapp.models.workspaces import Workspace
from slackapp.queries import locales

Thing = tuple[str, int]
"""The word that a button's name begins with, and an id in its value."""
Row = type[
    Request | Decision | Area | AreaRound | Checkin | CheckinRound | CheckinAnswer | Digest | DigestEdition | Team
]

ROWS: Mapping[str, tuple[Row, ...]] = {
    "request": (Request,),
    "decision": (Decision,),
    "area": (Area, AreaRound),
    "checkin": (Checkin, CheckinRound, CheckinAnswer),
    "digest": (Digest, DigestEdition),
    "teams": (Team,),
}


@dataclass(frozen=True)
class LostThings:
    """What is not there any more, since the restore of that day, and in which language the channel reads."""

    things: frozenset[Thing]
    day: date
    locale: str


def gone(
    session: Session, workspace_id: WorkspaceId, channel: ChannelId, *, posted: datetime, things: Collection[Thing]
) -> LostThings | None:
    """Which of the things on a message are lost; None where it was not posted in a time that a restore has lost."""
    lost = incarnations.lost_at(session, posted)
    if lost is None:
        return None
    missing = frozenset(thing for thing in things if not _stands(session, workspace_id, *thing))
    here = ZoneInfo(session.get_one(Workspace, workspace_id).tz)
    return LostThings(missing, lost.until.astimezone(here).date(), locales.locale_at(session, workspace_id, channel))


def _stands(session: Session, workspace_id: WorkspaceId, word: str, id_: int) -> bool:
    found = (select(row.id).where(row.workspace_id == workspace_id, row.id == id_) for row in ROWS[word])
    return any(session.scalar(each) is not None for each in found)

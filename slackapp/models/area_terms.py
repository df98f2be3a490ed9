"""What is filled in about an area, as views read it from a form or a file and rules check and keep it."""

from dataclasses import dataclass

from slackapp.ids import ChannelId, UserId
from slackapp.models.area_life import AreaKind
from slackapp.models.areas import USUAL_RHYTHM

RHYTHMS = (30, 60, 90, 180, 365)


@dataclass(frozen=True)
class AreaTerms:
    """Everything that describes an area, without who owns it."""

    name: str
    kind: AreaKind
    team_id: int | None
    backup_id: UserId | None = None
    other_team_id: int | None = None
    channel_id: ChannelId | None = None
    description: str = ""
    links: str = ""
    every_days: int = USUAL_RHYTHM

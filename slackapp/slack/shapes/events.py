"""What happens in a workspace: https://docs.slack.dev/reference/events.

What an event is about is read by `slackapp.slack.records`, which sets aside what it cannot read: an odd record that was
turned away here would come again and again.
"""

from pydantic import BaseModel

from slackapp.slack.shapes.interactions import ViewShape
from slackapp.slack.shapes.parts import Id, Key, Name, Text


class EventShape(BaseModel):
    """Any event."""

    type: Name


class Envelope(BaseModel):
    """What every event comes in."""

    team_id: Id
    event_id: Key
    event: EventShape


class HomeOpened(BaseModel):
    """Somebody looks at the app."""

    user: Id
    tab: Text | None = None
    view: ViewShape | None = None


EVENTS: dict[str, type[BaseModel]] = {"app_home_opened": HomeOpened}
"""Those that are answered to somebody, by type."""

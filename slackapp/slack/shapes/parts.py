"""What many payloads have in common."""

from typing import Annotated, Any

from pydantic import BaseModel, InstanceOf, StringConstraints

Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9]{1,32}$")]
"""A person, a channel, a view: as long as our columns are."""
Told = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9]{0,32}$")] | None
"""The same, where Slack may leave it out."""
Name = Annotated[str, StringConstraints(min_length=1, max_length=160, pattern=r"^[^\x00]+$")]
"""An action, a form or a command: the longest still fits into the key of a delivery."""
Key = Annotated[str, StringConstraints(max_length=160, pattern=r"^[^\x00]*$")]
"""A timestamp, a trigger, an id of an event; the same, and it may be empty."""
Text = InstanceOf[str]
"""What somebody typed: any string, also one that is no Unicode."""


class Thing(BaseModel):
    """Somebody or something that is told by its id, with more beside it that is nobody's business here."""

    id: Id


class RecordShape(BaseModel):
    """The same as Slack may list it: the id of an odd one is missing or null."""

    id: Told = None


class PlaceShape(BaseModel):
    """Where a view stands: Bolt believes it before all else."""

    app_installed_team_id: Told = None
    team_id: Told = None


class Bearer(BaseModel):
    """What Bolt looks through, layer by layer, for whose payload it is: in every kind, and in every event."""

    type: str | None = None
    team: "Told | RecordShape" = None
    team_id: Told = None
    user: "Told | RecordShape" = None
    user_id: Told = None
    channel: "Told | RecordShape" = None
    channel_id: Told = None
    enterprise: "Told | RecordShape" = None
    enterprise_id: Told = None
    bot_id: Told = None
    view: PlaceShape | None = None
    event: "Bearer | None" = None
    item: "Bearer | Text | None" = None
    message: "Bearer | None" = None
    previous_message: "Bearer | None" = None
    assistant_thread: "Bearer | None" = None
    authorizations: "list[Bearer] | None" = None
    function_data: dict[str, Any] | None = None
    response_url: str | None = None
    response_urls: list[dict[str, Any]] = []

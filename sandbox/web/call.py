"""One call of the Web API, and the reading of its arguments, which come as a form or as JSON."""

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from blockkit.ids import ChannelId, UserId
from sandbox.channels import Channel
from sandbox.messages import Message
from sandbox.payload import Payload
from sandbox.people import Person
from sandbox.refusal import Refused
from sandbox.workspace import Workspace

if TYPE_CHECKING:
    from sandbox.sandbox import Sandbox

READ_SCOPES = {"im": "im:", "group": "groups:", "channel": "channels:"}


@dataclass(frozen=True)
class Call:
    """The method, its arguments, and the workspace whose token was shown."""

    sandbox: "Sandbox"
    workspace: Workspace
    method: str
    args: Payload

    @property
    def bot(self) -> UserId:
        """Who calls."""
        return self.workspace.installation.bot_user

    def text(self, key: str) -> str:
        """A string; empty when it was not given."""
        value = self.args.get(key)
        return "" if value is None else str(value)

    def required(self, key: str) -> str:
        """A string that must be given."""
        value = self.text(key)
        if not value:
            raise Refused(
                "invalid_arguments", response_metadata={"messages": [f"[ERROR] missing required field: {key}"]}
            )
        return value

    def flag(self, key: str, *, default: bool = False) -> bool:
        """A boolean, in all the forms in which clients send one."""
        value = self.text(key)
        return value.lower() in {"1", "true"} if value else default

    def number(self, key: str, default: int) -> int:
        """A whole number."""
        value = self.text(key)
        if value and not value.lstrip("-").isdigit():
            raise Refused("invalid_arguments")
        return int(value) if value else default

    def json(self, key: str) -> Any:  # noqa: ANN401  a list or an object, by key
        """A structure, which in a form is a string of JSON; None when it was not given."""
        value = self.args.get(key)
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value) if value else None
        except ValueError as broken:
            raise Refused(f"invalid_{key}" if key == "blocks" else "invalid_arguments") from broken

    def needs(self, scope: str) -> None:
        """Refuse unless this scope was granted."""
        if not self.workspace.installation.may(scope):
            provided = ",".join(sorted(self.workspace.installation.scopes))
            raise Refused("missing_scope", needed=scope, provided=provided)

    def channel(self, key: str = "channel") -> Channel:
        """The conversation that is meant; one that the bot may not see does not exist for it."""
        channel = self.workspace.channels.get(ChannelId(self.text(key)))
        if channel is None or not self.sees(channel):
            raise Refused("channel_not_found")
        return channel

    def sees(self, channel: Channel) -> bool:
        """Whether the bot may know of this conversation."""
        return self.bot in channel.members or not (channel.is_private or channel.is_direct)

    def needs_for(self, channel: Channel, what: str) -> None:
        """Refuse unless the scope of this kind of conversation (`read`, `history`) was granted."""
        self.needs(READ_SCOPES[channel.kind] + what)

    def message(self, channel: Channel, key: str = "ts") -> Message:
        """The message that is meant."""
        message = channel.at(self.text(key))
        if message is None:
            raise Refused("message_not_found")
        return message

    def user(self, key: str = "user") -> Person:
        """The person that is meant."""
        person = self.workspace.people.get(UserId(self.text(key)))
        if person is None:
            raise Refused("user_not_found")
        return person

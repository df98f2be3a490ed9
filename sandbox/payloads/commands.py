"""Slash commands: a flat form."""

from sandbox.channels import Channel
from sandbox.payload import Payload
from sandbox.payloads.frame import VERIFICATION_TOKEN
from sandbox.people import Person
from sandbox.workspace import Workspace


def command(
    workspace: Workspace, person: Person, channel: Channel, *, command: str, text: str, response_url: str
) -> Payload:
    """A command that a person typed in a channel."""
    return {
        "token": VERIFICATION_TOKEN,
        "team_id": workspace.id,
        "team_domain": workspace.domain,
        "channel_id": channel.id,
        "channel_name": channel.name_in_payloads,
        "user_id": person.id,
        "user_name": person.name,
        "command": command,
        "text": text,
        "api_app_id": workspace.installation.app_id,
        "is_enterprise_install": "false",
        "response_url": response_url,
        "trigger_id": workspace.triggers.give(person.id),
    }

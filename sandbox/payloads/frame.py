"""What stands in every payload: the workspace, the person, the app."""

from blockkit.ids import SlackTeamId
from sandbox.payload import Payload
from sandbox.people import Person
from sandbox.workspace import Workspace

VERIFICATION_TOKEN = "deprecated"  # noqa: S105  Slack still sends one; nothing may rely on it


def interaction(kind: str, workspace: Workspace, person: Person) -> Payload:
    """The frame of an interaction of this `type`."""
    return {
        "type": kind,
        "token": VERIFICATION_TOKEN,
        "team": {"id": workspace.id, "domain": workspace.domain},
        "user": {"id": person.id, "username": person.name, "name": person.name, "team_id": person.team},
        "api_app_id": workspace.installation.app_id,
        "enterprise": None,
        "is_enterprise_install": False,
    }


def triggered(kind: str, workspace: Workspace, person: Person, *, in_modal: bool = False) -> Payload:
    """The frame of an interaction that may open a modal."""
    trigger_id = workspace.triggers.give(person.id, in_modal=in_modal)
    return interaction(kind, workspace, person) | {"trigger_id": trigger_id}


def event(
    workspace: Workspace, inner: Payload, *, is_shared: bool = False, source: SlackTeamId | None = None
) -> Payload:
    """An event in its envelope, with an id of its own. `source` is the other organisation, where it comes from one."""
    installation = workspace.installation
    return {
        "token": VERIFICATION_TOKEN,
        "team_id": source or workspace.id,
        "context_team_id": workspace.id,
        "context_enterprise_id": None,
        "api_app_id": installation.app_id,
        "event": inner,
        "type": "event_callback",
        "event_id": workspace.ids.next("Ev"),
        "event_time": int(workspace.clock.now().timestamp()),
        "authorizations": [
            {
                "enterprise_id": None,
                "team_id": workspace.id,
                "user_id": installation.bot_user,
                "is_bot": True,
                "is_enterprise_install": False,
            }
        ],
        "is_ext_shared_channel": is_shared,
        "event_context": f"4-{workspace.ids.next('E')}",
    }

"""To which workspace something was sent: the one whose installation Slack names, not the one somebody came from.

In a channel that organisations share, the workspace on the envelope may be the other one's; where a person belongs is
told by their own account (`told.account`).
"""

from collections.abc import Callable, Iterator
from typing import Any

from slackapp.slack import fields


def workspace_of(body: dict[str, Any], is_installed: Callable[[str], bool]) -> str | None:
    """The first workspace with an installation among those that a payload names; None where it names none of ours."""
    return next((each for each in _named(body) if is_installed(each)), None)


def is_from_elsewhere(body: dict[str, Any], slack_id: str) -> bool:
    """Whether whoever did this says that they belong to another workspace than this one."""
    told = [fields.record(body.get("user")).get("team_id"), fields.record(body.get("event")).get("user_team")]
    return any(each != slack_id for each in fields.ids(told))


def _named(body: dict[str, Any]) -> Iterator[str]:
    """In the order of what they say about the installation; a person's own workspace is not among them."""
    view, message = fields.record(body.get("view")), fields.record(body.get("message"))
    yield from fields.ids([view.get("app_installed_team_id")])
    yield from fields.ids([each.get("team_id") for each in fields.records(body.get("authorizations"))])
    team = body.get("team")
    yield from fields.ids([fields.record(team).get("id"), team, body.get("context_team_id"), body.get("team_id")])
    yield from fields.ids([view.get("team_id")])
    if body.get("type") == "block_actions":
        yield from fields.ids([message.get("team")])  # a message with buttons of ours is ours

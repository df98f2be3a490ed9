"""Whose a payload is follows from the installation that Slack names, at every door."""

from typing import Any

import pytest

from slackapp.slack import payload_workspace

OURS, THEIRS = "T0OURS", "T0THEIRS"
AUTHORIZED = [{"team_id": OURS, "user_id": "U0BOT", "is_bot": True}]
DOORS = {
    "event": {"team_id": THEIRS, "authorizations": AUTHORIZED, "type": "event_callback"},
    "event with more than one installation": {
        "team_id": THEIRS,
        "authorizations": [{"team_id": THEIRS}, *AUTHORIZED],
    },
    "event without authorizations": {"team_id": THEIRS, "context_team_id": OURS, "authorizations": None},
    "command": {"command": "/request", "team_id": OURS, "user_id": "U1"},
    "press": {"type": "block_actions", "team": {"id": OURS}, "user": {"id": "U1", "team_id": THEIRS}},
    "press in a message of ours": {
        "type": "block_actions",
        "team": {"id": THEIRS},
        "user": {"id": "U1", "team_id": THEIRS},
        "message": {"team": OURS},
    },
    "press in a form": {
        "type": "block_actions",
        "team": {"id": THEIRS},
        "view": {"app_installed_team_id": OURS, "team_id": THEIRS},
    },
    "submission": {
        "type": "view_submission",
        "team": {"id": THEIRS},
        "user": {"id": "U1", "team_id": THEIRS},
        "view": {"app_installed_team_id": OURS, "team_id": THEIRS},
    },
    "shortcut": {"type": "message_action", "team": {"id": OURS}, "message": {"team": THEIRS}},
    "options": {"type": "block_suggestion", "team": None, "view": {"team_id": OURS}},
}


@pytest.mark.parametrize("body", [pytest.param(body, id=door) for door, body in DOORS.items()])
def test_it_is_ours_whatever_the_envelope_says(body: dict[str, Any]) -> None:
    assert payload_workspace.workspace_of(body, {OURS}.__contains__) == OURS


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"team_id": THEIRS},
        {"team": {"id": THEIRS}, "user": {"team_id": OURS}},
        {"team": 5, "authorizations": {"team_id": OURS}, "view": [OURS]},
        {"type": "message_action", "team": {"id": THEIRS}, "message": {"team": OURS}},
    ],
)
def test_what_names_no_installation_of_ours_is_nobodys(body: dict[str, Any]) -> None:
    assert payload_workspace.workspace_of(body, {OURS}.__contains__) is None


def test_who_says_to_be_from_elsewhere_is_seen() -> None:
    assert payload_workspace.is_from_elsewhere({"user": {"id": "U1", "team_id": THEIRS}}, OURS)
    assert payload_workspace.is_from_elsewhere({"event": {"user": "U1", "user_team": THEIRS}}, OURS)
    assert not payload_workspace.is_from_elsewhere({"user": {"id": "U1", "team_id": OURS}}, OURS)
    assert not payload_workspace.is_from_elsewhere({"user_id": "U1", "event": "x"}, OURS)

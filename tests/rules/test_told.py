"""People, channels and groups as Slack writes them."""

from slackapp.ids import SlackTeamId
from slackapp.slack import told

HOME = SlackTeamId("T1")


def test_somebody_of_another_workspace_is_a_stranger() -> None:
    assert told.account({"id": "U1", "team_id": "T2"}, HOME).is_stranger
    assert not told.account({"id": "U1", "team_id": "T1"}, HOME).is_stranger


def test_somebody_of_the_same_grid_is_no_stranger() -> None:
    user = {"id": "U1", "team_id": "T2", "enterprise_user": {"teams": ["T2", "T1"]}}
    assert not told.account(user, HOME).is_stranger


def test_the_name_is_the_one_that_people_see() -> None:
    named = {"id": "U1", "name": "jsmit", "profile": {"display_name": "", "real_name": "Jan Smit"}}
    assert told.account(named, HOME).name == "Jan Smit"
    assert told.account({"id": "U1"}, HOME).name == "U1"


def test_the_bot_of_slack_is_a_bot() -> None:
    assert told.account({"id": "USLACKBOT", "is_bot": False}, HOME).is_bot


def test_a_group_without_its_people_says_nothing_about_them() -> None:
    assert told.group({"id": "S1", "handle": "design"}).members is None
    assert told.group({"id": "S1", "users": [], "date_delete": 5}).members == frozenset()

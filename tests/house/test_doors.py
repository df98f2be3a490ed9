"""A name that nobody answers, or an answer that nobody can reach, is a bug."""

import importlib
import json
import pkgutil
from enum import StrEnum
from typing import Any

import pytest

import handlers
from slackapp.models.area_life import AreaVerb
from slackapp.models.decision_life import DecisionVerb
from slackapp.models.request_life import RequestVerb
from slackapp.slack import listeners
from slackapp.slack.listeners import PayloadKind
from slackapp.views import areas, decisions, requests
from slackapp.views.steps import Steps
from tests.house import doors_in_views, rooms

STEPS: tuple[Steps[Any, Any, Any], ...] = (requests.STEPS, decisions.STEPS, areas.STEPS)
FORMER: frozenset[str] = frozenset()
"""Names that no view gives any more, answered because they stand in messages that were posted."""


@pytest.fixture(scope="module")
def manifest() -> Any:
    return json.loads((rooms.HOUSE / "manifest.json").read_text(encoding="utf-8"))


def test_every_command_is_in_the_manifest_and_back(manifest: Any) -> None:
    assert {each["command"] for each in manifest["features"]["slash_commands"]} == _doors(PayloadKind.COMMAND)


def test_every_shortcut_is_in_the_manifest_and_back(manifest: Any) -> None:
    assert {each["callback_id"] for each in manifest["features"]["shortcuts"]} == _doors(PayloadKind.SHORTCUT)


def test_every_event_is_in_the_manifest_and_back(manifest: Any) -> None:
    subscribed = manifest["settings"]["event_subscriptions"]["bot_events"]
    # "message.channels" and "message.im" arrive as events of the type "message".
    assert {event.split(".")[0] for event in subscribed} == _doors(PayloadKind.EVENT)


def test_every_button_is_answered_and_every_answer_has_a_button() -> None:
    assert doors_in_views.names("action_id") | _of_steps() | FORMER == _doors(PayloadKind.PRESS)


def test_every_form_is_answered_and_every_answer_has_a_form() -> None:
    assert doors_in_views.names("callback_id") | _of_steps(of_forms=True) | FORMER == _doors(PayloadKind.SUBMISSION)


def test_every_search_field_is_answered_and_every_answer_has_a_field() -> None:
    assert doors_in_views.names("options_id") | FORMER == _doors(PayloadKind.SEARCH)


def test_every_name_is_written_out_where_it_is_given() -> None:
    assert [named.where for named in doors_in_views.found() if named.name is None] == []


def test_every_command_stands_in_the_docs() -> None:
    assert {command for command in _doors(PayloadKind.COMMAND) if f"`{command}" not in rooms.docs()} == set()


@pytest.mark.parametrize(
    ("verbs", "steps"),
    [(RequestVerb, requests.STEPS), (DecisionVerb, decisions.STEPS), (AreaVerb, areas.STEPS)],
)
def test_every_verb_is_declared_in_its_views(verbs: type[StrEnum], steps: Steps[Any, Any, Any]) -> None:
    assert [steps[verb].verb for verb in verbs] == list(verbs)


def _of_steps(*, of_forms: bool = False) -> set[str]:
    """What the steps that are declared in the views send."""
    return {name for steps in STEPS for name in steps.names(of_forms=of_forms)}


def _doors(entrance: PayloadKind) -> set[str]:
    for module in pkgutil.walk_packages(handlers.__path__, "handlers."):
        importlib.import_module(module.name)
    return {name for kind, name in listeners.table() if kind == entrance}

"""Every kind of message that the outbox can hold, by its name."""

from collections.abc import Mapping
from typing import Any

from slackapp.language import Language
from slackapp.queries import requests as asked
from slackapp.queries.requests import Reminder
from slackapp.views import requests, teams
from slackapp.views.message import Content, Kind
from slackapp.views.templates import Templates


def kinds(templates: Templates) -> Mapping[str, Kind[Any]]:
    """The messages in Python, and those that are templates."""
    return {**requests.MESSAGES, **teams.MESSAGES, **_prompts(templates)}


def _prompts(templates: Templates) -> Mapping[str, Kind[Any]]:
    def reminder(shown: Reminder, _: Language) -> Content:
        return templates.render("prompts/request_reminder.jinja", _, card=shown.card, stage=shown.stage)

    return {"request.reminder": Kind(asked.reminder, reminder)}

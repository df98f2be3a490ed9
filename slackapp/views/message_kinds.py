"""Every kind of message that the outbox can hold, by its name."""

from collections.abc import Mapping
from typing import Any

from slackapp.language import Language
from slackapp.queries import requests as asked
from slackapp.queries.requests import ShownReminder
from slackapp.views import areas, broken_templates, checkins, decisions, deliveries, digests, quiet, requests, teams
from slackapp.views.message import Content, MessageKind, Weight
from slackapp.views.templates import Templates


def kinds(templates: Templates) -> Mapping[str, MessageKind[Any]]:
    """The messages in Python, and those that are templates."""
    words = (requests, decisions, areas, checkins, teams, deliveries, broken_templates)
    told = {kind: each for word in words for kind, each in word.MESSAGES.items()}
    by_template = {**decisions.prompts(templates), **checkins.prompts(templates), **_prompts(templates)}
    alone = {**told, **by_template, **digests.messages(templates)}
    return {**alone, "quiet.bundle": quiet.bundled(alone)}


def _prompts(templates: Templates) -> Mapping[str, MessageKind[Any]]:
    def reminder(shown: ShownReminder, _: Language) -> Content:
        return templates.render("prompts/request_reminder.jinja", _, card=shown.card, stage=shown.stage)

    return {"request.reminder": MessageKind(asked.reminder, reminder, weigh=_of_reminder, more=requests.more)}


def _of_reminder(shown: ShownReminder) -> Weight:
    """The last one goes to the lead: an escalation (QUI-1)."""
    return Weight.URGENT if shown.stage == "late" else Weight.USUAL

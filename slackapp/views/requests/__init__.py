"""How requests look. `MESSAGES` are the kinds of messages that rules about requests put into the outbox."""

from collections.abc import Mapping
from typing import Any

from slackapp.queries import requests
from slackapp.views.message import Kind
from slackapp.views.requests import listing
from slackapp.views.requests.card import blocker, card, linked
from slackapp.views.requests.lines import more, thread_line, told, weight
from slackapp.views.requests.page import gone, page
from slackapp.views.requests.steps import STEPS
from slackapp.views.requests.submitting import Blank, Choice, form, read

MESSAGES: Mapping[str, Kind[Any]] = {
    "request.card": Kind(requests.card, card),
    "request.line": Kind(requests.entry, thread_line),
    "request.told": Kind(requests.told, told, weigh=weight, more=more),
    "request.blocker": Kind(requests.card, blocker),
    "request.linked": Kind(requests.card, linked),
}

__all__ = ["MESSAGES", "STEPS", "Blank", "Choice", "form", "gone", "listing", "more", "page", "read"]

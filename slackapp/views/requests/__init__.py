"""How requests look. `MESSAGES` are the kinds of messages that rules about requests put into the outbox."""

from collections.abc import Mapping
from typing import Any

from slackapp.queries import requests
from slackapp.views.message import MessageKind
from slackapp.views.requests import listing
from slackapp.views.requests.card import blocker, card, linked
from slackapp.views.requests.lines import more, thread_line, told, weight
from slackapp.views.requests.page import gone, page
from slackapp.views.requests.steps import STEPS
from slackapp.views.requests.submitting import RequestBlank, TeamChoice, form, read

MESSAGES: Mapping[str, MessageKind[Any]] = {
    "request.card": MessageKind(requests.card, card),
    "request.line": MessageKind(requests.entry, thread_line),
    "request.told": MessageKind(requests.told, told, weigh=weight, more=more),
    "request.blocker": MessageKind(requests.card, blocker),
    "request.linked": MessageKind(requests.card, linked),
}

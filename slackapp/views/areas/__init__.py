"""How areas look. `MESSAGES` are the kinds of messages that rules about areas put into the outbox."""

from collections.abc import Mapping
from typing import Any

from slackapp.queries import areas
from slackapp.views.areas import changing, finding, importing, lines, listing, records, rounds, teams_told
from slackapp.views.areas.page import page
from slackapp.views.areas.registering import form, read
from slackapp.views.areas.steps import STEPS
from slackapp.views.message import Files, MessageKind, Weight


def _own(_: int) -> Weight:
    return Weight.OWN


MESSAGES: Mapping[str, MessageKind[Any]] = {
    "area.round": MessageKind(areas.asked, rounds.message),
    "area.reminder": MessageKind(areas.reminder, rounds.reminder, more=rounds.more),
    "area.line": MessageKind(areas.told, lines.told),
    "area.told": MessageKind(areas.told, lines.told, more=lines.more),
    "area.adrift": MessageKind(areas.team_adrift, teams_told.adrift),
    "area.leaderless": MessageKind(areas.leaderless, teams_told.leaderless, more=teams_told.choose_lead),
    "area.moved": MessageKind(areas.moved, teams_told.moved),
    "area.export": MessageKind(areas.count, records.announced, weigh=_own, files=Files(areas.records, records.files)),
}

__all__ = [
    "MESSAGES",
    "STEPS",
    "changing",
    "finding",
    "form",
    "importing",
    "listing",
    "page",
    "read",
    "records",
    "rounds",
]

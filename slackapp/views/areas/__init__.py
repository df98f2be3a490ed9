"""How areas look. `MESSAGES` are the kinds of messages that rules about areas put into the outbox."""

from collections.abc import Mapping
from typing import Any

from slackapp.queries import areas
from slackapp.views.areas import announcements, changing, finding, importing, lines, listing, records, rounds
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
    "area.adrift": MessageKind(areas.team_adrift, announcements.adrift),
    "area.leaderless": MessageKind(areas.leaderless, announcements.leaderless, more=announcements.choose_lead),
    "area.moved": MessageKind(areas.moved, announcements.moved),
    "area.export": MessageKind(areas.count, records.announced, weigh=_own, files=Files(areas.records, records.files)),
}

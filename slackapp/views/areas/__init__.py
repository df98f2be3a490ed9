"""How areas look. `MESSAGES` are the kinds of messages that rules about areas put into the outbox."""

from collections.abc import Mapping
from typing import Any

from slackapp.queries import areas
from slackapp.views.areas import changing, finding, importing, lines, listing, records, rounds, teams_told
from slackapp.views.areas.page import page
from slackapp.views.areas.registering import form, read
from slackapp.views.areas.steps import STEPS
from slackapp.views.message import Files, Kind, Weight


def _own(_: int) -> Weight:
    return Weight.OWN


MESSAGES: Mapping[str, Kind[Any]] = {
    "area.round": Kind(areas.asked, rounds.message),
    "area.reminder": Kind(areas.reminder, rounds.reminder, more=rounds.more),
    "area.line": Kind(areas.told, lines.told),
    "area.told": Kind(areas.told, lines.told, more=lines.more),
    "area.adrift": Kind(areas.team_adrift, teams_told.adrift),
    "area.leaderless": Kind(areas.leaderless, teams_told.leaderless, more=teams_told.choose_lead),
    "area.moved": Kind(areas.moved, teams_told.moved),
    "area.export": Kind(areas.count, records.announced, weigh=_own, files=Files(areas.records, records.files)),
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

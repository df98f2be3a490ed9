"""What can happen to an area, in the order of its life. Call it as `areas.confirm(session, area_id, by=…)`."""

from slackapp.rules import area_news
from slackapp.rules.areas import handing, losses, rhythm, ringing, rounds
from slackapp.rules.areas.adding import add, edit, save
from slackapp.rules.areas.answering import confirm, confirm_all, disown
from slackapp.rules.areas.changing import merge, move_all, restore, retire, split
from slackapp.rules.areas.exporting import export
from slackapp.rules.areas.handing import accept, claim, offer, refuse, take_back
from slackapp.rules.areas.importing import preview, take_over
from slackapp.rules.areas.steps import allow, check

TIMERS = {
    rhythm.KIND: rhythm.daily,
    rounds.KIND: ringing.ring,
    handing.EXPIRY: ringing.offer_expires,
    area_news.PEOPLE: losses.people_changed,
    area_news.TEAM: losses.team_changed,
    area_news.CHANNEL: losses.channel_closed,
}
"""What looks at areas again when a day has come, and when something happened to people, teams and channels."""

__all__ = [
    "TIMERS",
    "accept",
    "add",
    "allow",
    "check",
    "claim",
    "confirm",
    "confirm_all",
    "disown",
    "edit",
    "export",
    "merge",
    "move_all",
    "offer",
    "preview",
    "refuse",
    "restore",
    "retire",
    "save",
    "split",
    "take_back",
    "take_over",
]

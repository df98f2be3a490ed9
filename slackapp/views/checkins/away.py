"""When somebody is not asked: days off, and whose public holidays they keep (CHK-3)."""

from datetime import date

from slackapp.language import Language
from slackapp.views import blocks, inputs
from slackapp.views.blocks import Block
from slackapp.views.teams import countries

AWAY, THERE = "away", "there"


def away(today: date, _: Language) -> Block:
    ways = [
        blocks.option(_("I am away: do not ask me"), AWAY),
        blocks.option(_("I work, although it looks otherwise: ask me"), THERE),
    ]
    return blocks.modal(
        "checkin.away",
        _("Days off"),
        [
            inputs.field(
                "way",
                _("What is it?"),
                inputs.select(ways, AWAY),
                hint=_("What you say here wins over public holidays and your status in Slack."),
            ),
            inputs.field("first_day", _("From"), inputs.day(today)),
            inputs.field("last_day", _("Until and with"), inputs.day(today)),
        ],
        submit=_("Save"),
        close=_("Cancel"),
    )


def noted(first: date, last: date, _: Language, *, is_away: bool) -> Block:
    days = {"first": _.date(first), "last": _.date(last)}
    said = (
        _("You are not asked from {first} until {last}.", **days)
        if is_away
        else _("You are asked from {first} until {last}, whatever else is known.", **days)
    )
    return blocks.notice(_, _("Days off"), said)


def holidays(calendar: str | None, _: Language) -> Block:
    chosen = countries.option(calendar, _) if calendar else None
    field = inputs.field(
        "holidays",
        _("Holidays of"),
        inputs.search("country", chosen),
        hint=_("A country, or a part of one, such as Scotland. Left empty: those of your team, or of your time zone."),
        optional=True,
    )
    return blocks.modal("checkin.holidays", _("Public holidays"), [field], submit=_("Save"), close=_("Cancel"))


def holidays_kept(calendar: str | None, _: Language) -> Block:
    said = (
        _("You are not asked on the public holidays of {country}.", country=countries.name(calendar, _))
        if calendar
        else _("You are not asked on the public holidays of your team, or of your time zone.")
    )
    return blocks.notice(_, _("Public holidays"), said)

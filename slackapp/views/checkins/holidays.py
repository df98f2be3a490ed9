"""The small form in which somebody chooses whose public holidays they keep (CHK-3)."""

from slackapp.language import Language
from slackapp.views import blocks, inputs
from slackapp.views.blocks import Block
from slackapp.views.teams import countries


def form(calendar: str | None, _: Language) -> Block:
    chosen = countries.option(calendar, _) if calendar else None
    field = inputs.field(
        "holidays",
        _("Holidays of"),
        inputs.search("country", chosen),
        hint=_("A country, or a part of one, such as Scotland. Left empty: those of your team, or of your time zone."),
        optional=True,
    )
    return blocks.modal("checkin.holidays", _("Public holidays"), [field], submit=_("Save"), close=_("Cancel"))


def kept(calendar: str | None, _: Language) -> Block:
    said = (
        _("You are not asked on the public holidays of {country}.", country=countries.name(calendar, _))
        if calendar
        else _("You are not asked on the public holidays of your team, or of your time zone.")
    )
    return blocks.notice(_, _("Public holidays"), said)

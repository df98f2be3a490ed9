"""The form of a team, and beside it what was typed in it."""

import json
from datetime import datetime

from babel import Locale

from slackapp.holiday_calendars import first_weekday, of_zone
from slackapp.ids import GroupId
from slackapp.language import SUPPORTED, Language
from slackapp.models.terms import CHOICES, Terms
from slackapp.queries.team_forms import FilledTeam
from slackapp.views import blocks, inputs, weekdays
from slackapp.views.blocks import Block, Element
from slackapp.views.teams import countries, hours, zones
from slackapp.views.typed import Typed

NAME_LIMIT = 60


def form(filled: FilledTeam, now: datetime, _: Language) -> Block:
    """Only the name, the lead and the channel of a new team must be filled in; all else has a good value."""
    is_new = filled.team_id is None
    return blocks.modal(
        "teams.form",
        _("New team") if is_new else _("Edit team"),
        [*_who(filled, _), *_when(filled, now, _), *([] if is_new else [_archive(filled, _)])],
        submit=_("Create") if is_new else _("Save"),
        close=_("Cancel"),
        about=json.dumps({} if is_new else {"team": filled.team_id}),
    )


def read(typed: Typed) -> Terms:
    group = typed.chosen("group")
    return Terms(
        name=typed.text("name"),
        lead_id=typed.person("lead"),
        home_channel=typed.channel("channel"),
        members=typed.people("members"),
        group_id=GroupId(group) if group else None,
        locale=typed.among("locale", SUPPORTED, SUPPORTED[0]),
        tz=typed.chosen("tz") or "",
        weekdays=typed.weekdays("weekdays"),
        starts=typed.time("starts"),
        ends=typed.time("ends"),
        country=typed.chosen("country"),
        within=CHOICES[typed.place("within", CHOICES)],
    )


def _who(filled: FilledTeam, _: Language) -> list[Block]:
    terms = filled.terms
    keeps_its_home = filled.team_id is not None and terms.home_channel is None
    return [
        inputs.field("name", _("Name"), inputs.text(terms.name, most=NAME_LIMIT)),
        inputs.field("lead", _("Lead"), inputs.person(terms.lead_id)),
        inputs.field(
            "channel",
            _("Home channel"),
            inputs.channel(terms.home_channel),
            hint=_("It stays what it is where you choose none: you are not in it.")
            if keeps_its_home
            else _("Requests to the team come in here. Invite Afspraak to it first."),
            optional=keeps_its_home,
        ),
        inputs.field("members", _("Members"), inputs.people(terms.members), optional=True),
        inputs.field(
            "group",
            _("User group"),
            inputs.search("user_group", _group(filled)),
            hint=_("Whoever is in this group is a member of the team too."),
            optional=True,
        ),
    ]


def _when(filled: FilledTeam, now: datetime, _: Language) -> list[Block]:
    terms = filled.terms
    country = of_zone(terms.tz) if filled.team_id is None else terms.country
    days = weekdays.options(_, first_weekday(country or of_zone(terms.tz)))
    chosen = countries.option(country, _) if country else None
    ticked = inputs.checkboxes(days, [str(day) for day in terms.weekdays])
    within = str(CHOICES.index(terms.within))
    locale = Language.of(terms.locale).code
    return [
        inputs.field("weekdays", _("Working days"), ticked),
        inputs.field("starts", _("From"), inputs.time_of_day(terms.starts)),
        inputs.field("ends", _("Until"), inputs.time_of_day(terms.ends), hint=_("00:00 is midnight.")),
        inputs.field("tz", _("Time zone"), inputs.search("time_zone", zones.option(terms.tz, now))),
        inputs.field(
            "country",
            _("Holidays of"),
            inputs.search("country", chosen),
            hint=_("A country, or a part of one that has holidays of its own, such as Scotland."),
            optional=True,
        ),
        inputs.field("locale", _("Language"), inputs.select(_languages(), locale)),
        inputs.field(
            "within",
            _("Requests are answered within"),
            inputs.select(_answers(_), within),
            hint=_("Counted in the team’s working hours, without its holidays."),
        ),
    ]


def _archive(filled: FilledTeam, _: Language) -> Block:
    archive = blocks.button("teams.archive", _("Archive this team"), str(filled.team_id), style="danger")
    sure = {
        "title": blocks.plain(_("Archive this team?"), 100),
        "text": blocks.plain(_("Nobody can ask it anything any more. You can bring it back later."), 300),
        "confirm": blocks.plain(_("Archive"), 30),
        "deny": blocks.plain(_("Cancel"), 30),
    }
    return blocks.actions({**archive, "confirm": sure})


def _group(filled: FilledTeam) -> Element | None:
    group_id = filled.terms.group_id
    return blocks.option(f"@{filled.group}", group_id) if group_id else None


def _languages() -> list[Element]:
    return [blocks.option((Locale.parse(code).display_name or code).capitalize(), code) for code in SUPPORTED]


def _answers(_: Language) -> list[Element]:
    return [blocks.option(hours.length(each, _), str(place)) for place, each in enumerate(CHOICES)]

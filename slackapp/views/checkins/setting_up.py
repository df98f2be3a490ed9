"""The form in which a check-in is set up, and what it reads back (CHK-1)."""

import json
from dataclasses import dataclass
from datetime import datetime

from slackapp.holiday_calendars import first_weekday, of_zone
from slackapp.ids import GroupId
from slackapp.language import Language
from slackapp.models.checkin_setups import HOUR, Every, Setup
from slackapp.queries.checkins import CheckinPage
from slackapp.views import blocks, inputs, weekdays
from slackapp.views.blocks import Block, Element
from slackapp.views.checkins import labels, sets
from slackapp.views.teams import zones
from slackapp.views.typed import Typed

ANONYMOUS, LIVE = "anonymous", "live"


@dataclass(frozen=True)
class FilledCheckin:
    """A form before anything is typed; `checkin_id` is None for a new one."""

    setup: Setup
    checkin_id: int | None = None
    group: str = ""
    teams: tuple[tuple[int, str], ...] = ()
    tz: str = ""
    """Where its reader lives: the days of a week stand in the order that they know."""


def filled(shown: CheckinPage, tz: str = "") -> FilledCheckin:
    return FilledCheckin(shown.setup, shown.id, shown.group, shown.teams, tz)


def form(begin: FilledCheckin, now: datetime, _: Language) -> Block:
    """Who, when, and where to; the questions come on the page that follows."""
    is_new = begin.checkin_id is None
    return blocks.modal(
        "checkin.form",
        _("New check-in") if is_new else _("Edit check-in"),
        [*_what(begin, _), *_who(begin, _), *_when(begin, now, _), *_where(begin.setup, _)],
        submit=_("Next") if is_new else _("Save"),
        close=_("Cancel"),
        about=json.dumps({} if is_new else {"checkin": begin.checkin_id}),
    )


def read(typed: Typed, _: Language) -> Setup:
    """What was filled in, with the questions of the set in this language."""
    group, how = typed.chosen("group"), typed.ticked("how")
    return Setup(
        name=typed.text("name"),
        channel=typed.channel("channel"),
        people=typed.people("people"),
        group_id=GroupId(group) if group else None,
        from_channel=typed.channel("from_channel"),
        team_ids=typed.numbers("teams"),
        observers=typed.people("observers"),
        every=typed.word("freq", Every, Every.WEEK),
        weekdays=typed.weekdays("weekdays"),
        at=typed.time("time"),
        tz=typed.chosen("tz"),
        first_day=typed.date("first_day"),
        last_day=typed.date("until"),
        open_minutes=typed.number("open") or 8 * HOUR,
        is_anonymous=ANONYMOUS in how,
        is_live=LIVE in how,
        questions=sets.questions(typed.chosen("set"), _),
    )


def _what(begin: FilledCheckin, _: Language) -> list[Block]:
    name = inputs.field("name", _("Name"), inputs.text(begin.setup.name, most=100))
    if begin.checkin_id is not None:
        return [name]
    return [name, inputs.field("set", _("Begin with these questions"), inputs.select(sets.options(_), "weekly"))]


def _who(begin: FilledCheckin, _: Language) -> list[Block]:
    setup = begin.setup
    teams = [blocks.option(name, str(team_id)) for team_id, name in begin.teams]
    return [
        inputs.field("people", _("People who are asked"), inputs.people(setup.people), optional=True),
        inputs.field("group", _("And a user group"), inputs.search("user_group", _group(begin)), optional=True),
        inputs.field(
            "from_channel",
            _("And the members of a channel"),
            inputs.channel(setup.from_channel),
            hint=_("Who joins later is asked from then on."),
            optional=True,
        ),
        inputs.field("teams", _("And the leads of teams"), inputs.searches("team", teams), optional=True),
        inputs.field(
            "observers",
            _("Who only reads along"),
            inputs.people(setup.observers),
            hint=_("They get the summary; they are not asked and not counted."),
            optional=True,
        ),
    ]


def _when(begin: FilledCheckin, now: datetime, _: Language) -> list[Block]:
    setup = begin.setup
    often = [blocks.option(_(said), every) for every, said in labels.EVERY.items()]
    days = weekdays.options(_, first_weekday(of_zone(setup.tz or begin.tz)))
    ticked = [str(day) for day in setup.weekdays]
    zone = zones.option(setup.tz, now) if setup.tz else None
    return [
        inputs.field("freq", _("How often?"), inputs.select(often, setup.every)),
        inputs.field("weekdays", _("On which days?"), inputs.checkboxes(days, ticked)),
        inputs.field("time", _("At what time?"), inputs.time_of_day(setup.at)),
        inputs.field(
            "tz",
            _("In one time zone"),
            inputs.search("time_zone", zone),
            hint=_("Leave it empty, and everybody is asked at this time of their own day."),
            optional=True,
        ),
        inputs.field(
            "open",
            _("How long can people answer?"),
            inputs.select(labels.lengths(_), str(setup.open_minutes)),
            hint=_("Counted from when the last of them were asked; then the summary comes."),
        ),
        inputs.field("first_day", _("From"), inputs.day(setup.first_day), optional=True),
        inputs.field("until", _("Until and with"), inputs.day(setup.last_day), optional=True),
    ]


def _where(setup: Setup, _: Language) -> list[Block]:
    ways = [
        blocks.option(_("Anonymous"), ANONYMOUS, _("Nobody knows who said what; under five, nothing is shown")),
        blocks.option(_("Live"), LIVE, _("Answers come into a thread as they are given")),
    ]
    ticked = [way for way, is_on in ((ANONYMOUS, setup.is_anonymous), (LIVE, setup.is_live)) if is_on]
    return [
        inputs.field(
            "channel",
            _("Where does the summary go?"),
            inputs.channel(setup.channel),
            hint=_("Afspraak must be in it. Whoever can read it can read the answers."),
        ),
        inputs.field("how", _("How?"), inputs.checkboxes(ways, ticked), optional=True),
    ]


def _group(begin: FilledCheckin) -> Element | None:
    group_id = begin.setup.group_id
    return blocks.option(f"@{begin.group}", group_id) if group_id else None

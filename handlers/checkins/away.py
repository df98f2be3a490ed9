"""When somebody is not asked: days off and public holidays."""

from slackapp.queries import absences
from slackapp.rules import absences as own
from slackapp.rules.checkins import away
from slackapp.slack.answers import Answer, Open, Replace
from slackapp.slack.calls import Call, Press, Submission
from slackapp.slack.listeners import press, submission
from slackapp.views import checkins as views
from slackapp.views.checkins.away import AWAY


@press("checkin.away")
async def open_days_off(call: Press) -> Answer:
    return await open_away(call)


@submission("checkin.away")
async def be_away(call: Submission) -> Answer:
    typed, is_away = call.typed, call.typed.chosen("way") == AWAY
    first, last = await call.run(
        away.be_away,
        first_day=typed.date("first_day"),
        last_day=typed.date("last_day"),
        is_away=is_away,
        by=call.actor,
    )
    return Replace(views.away.noted(first, last, call.language, is_away=is_away))


@press("checkin.holidays")
async def open_holidays(call: Press) -> Answer:
    return await open_own_holidays(call)


@submission("checkin.holidays")
async def keep_holidays(call: Submission) -> Answer:
    calendar = call.typed.chosen("holidays")
    await call.run(own.keep_holidays, calendar, by=call.actor)
    return Replace(views.away.holidays_kept(calendar, call.language))


async def open_away(call: Call) -> Answer:
    """The form for days off, beginning today where they live."""
    return Open(views.away.away(await call.read(absences.today_of, call.actor), call.language))


async def open_own_holidays(call: Call) -> Answer:
    return Open(views.away.holidays(await call.read(absences.calendar_of, call.actor), call.language))

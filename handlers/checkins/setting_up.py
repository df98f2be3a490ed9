"""Setting a check-in up: the command and the form."""

from handlers.checkins.away import open_away, open_own_holidays
from handlers.checkins.command_text import read
from handlers.checkins.showing import history_of, listed, named, page_of
from slackapp.ids import UserId
from slackapp.models.checkin_setups import Setup
from slackapp.queries import absences, checkins
from slackapp.rules.checkins import setting_up
from slackapp.slack import directory
from slackapp.slack.answers import Answer, Beneath, Open, Replace
from slackapp.slack.calls import Call, Command, Press, Shortcut, Submission
from slackapp.slack.listeners import command, press, shortcut, submission
from slackapp.views import checkins as views
from slackapp.views.blocks import Block
from slackapp.views.checkins.setting_up import FilledCheckin


@command("/checkin")
async def checkin(call: Command) -> Answer:
    """`/checkin`, `/checkin new`, `/checkin history`, `/checkin away`, `/checkin holidays`, `/checkin weekly`."""
    said = read(call.text)
    if said.is_new:
        return Open(await _new_form(call, said.name))
    if said.is_history:
        return await history_of(call, said.name)
    if said.is_away:
        return await open_away(call)
    if said.is_holidays:
        return await open_own_holidays(call)
    return await named(call, said.name) if said.name else await listed(call)


@shortcut("checkin.new")
async def new_checkin(call: Shortcut) -> Answer:
    return Open(await _new_form(call))


@press("checkin.new")
async def open_new(call: Press) -> Answer:
    return Open(await _new_form(call))


@press("checkin.edit")
async def open_edit(call: Press) -> Answer:
    shown = await call.read(checkins.page, call.actor, checkin_id=call.number)
    begin = views.setting_up.filled(shown, await call.read(absences.zone_of, call.actor))
    return Open(views.setting_up.form(begin, call.database.clock.now(), call.language))


@submission("checkin.form")
async def save(call: Submission) -> Answer:
    """Keep it; then comes its page, where the questions are."""
    setup, checkin_id = views.setting_up.read(call.typed, call.language), call.about.get("checkin")
    inside = await _inside(call, setup)
    saved = await call.run(setting_up.save, setup, checkin_id=checkin_id, by=call.actor, inside=inside)
    return Replace(await page_of(call, saved)) if checkin_id is None else Beneath(await page_of(call, saved))


@submission("checkin.preview")
async def back(_: Submission) -> Answer:
    """From the preview to the page; nothing is kept."""
    return None


async def _new_form(call: Call, name: str = "") -> Block:
    await call.read(setting_up.allow, by=call.actor)
    blank = FilledCheckin(Setup(name=name, channel=None), tz=await call.read(absences.zone_of, call.actor))
    return views.setting_up.form(blank, call.database.clock.now(), call.language)


async def _inside(call: Call, setup: Setup) -> frozenset[UserId] | None:
    if setup.from_channel is None:
        return None
    await call.read(setting_up.check_channel, setup.from_channel, by=call.actor)
    return await directory.inside(call.client, setup.from_channel)

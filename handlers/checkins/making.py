"""Setting a check-in up: the command, the form, the questions, the start."""

from handlers.checkins.asking import open_away, open_own_holidays
from handlers.checkins.reading import read
from handlers.checkins.showing import history_of, listed, named, page_of, refreshed
from slackapp.ids import UserId
from slackapp.models.checkin_setups import Setup
from slackapp.queries import absences, checkins
from slackapp.rules import checkins as rules
from slackapp.slack import directory
from slackapp.slack.answers import Answer, Beneath, Open, Replace
from slackapp.slack.calls import Call, Command, Press, Shortcut, Submission
from slackapp.slack.listeners import command, press, shortcut, submission
from slackapp.views import checkins as views
from slackapp.views import values
from slackapp.views.blocks import Block
from slackapp.views.checkins.form import Filled


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
    """The form from the shortcuts menu."""
    return Open(await _new_form(call))


@press("checkin.new")
async def open_new(call: Press) -> Answer:
    """The form from the list."""
    return Open(await _new_form(call))


@press("checkin.edit")
async def open_edit(call: Press) -> Answer:
    """The form of one that is there."""
    shown = await call.read(checkins.page, call.actor, checkin_id=call.number)
    begin = views.form.filled(shown, await call.read(absences.zone_of, call.actor))
    return Open(views.form.form(begin, call.database.clock.now(), call.language))


@submission("checkin.form")
async def save(call: Submission) -> Answer:
    """Keep it; then comes its page, where the questions are."""
    setup, checkin_id = views.form.read(call.typed, call.language), call.about.get("checkin")
    inside = await _inside(call, setup)
    saved = await call.run(rules.save, setup, checkin_id=checkin_id, by=call.actor, inside=inside)
    return Replace(await page_of(call, saved)) if checkin_id is None else Beneath(await page_of(call, saved))


@press("checkin.add_question")
async def open_question(call: Press) -> Answer:
    """The form of one more question."""
    return Open(views.question.form(call.number, None, call.language))


@press("checkin.edit_question")
async def open_existing(call: Press) -> Answer:
    """The form of a question that is there."""
    checkin_id, question_id = map(values.number, values.pair(call.value))
    shown = await call.read(checkins.page, call.actor, checkin_id=checkin_id)
    former = next((each for each in shown.questions if each.id == question_id), None)
    return Open(views.question.form(shown.id, former, call.language))


@submission("checkin.question")
async def save_question(call: Submission) -> Answer:
    """Keep the question."""
    checkin_id, instead_of = int(call.about["checkin"]), call.about.get("instead_of")
    question = views.question.read(call.typed)
    await call.run(rules.put, checkin_id, question, instead_of=instead_of, by=call.actor)
    return await refreshed(call, checkin_id)


@press("checkin.remove_question")
async def remove_question(call: Press) -> Answer:
    """Do not ask it any more."""
    return await refreshed(call, await call.run(rules.remove, call.number, by=call.actor))


@press("checkin.start")
async def start(call: Press) -> Answer:
    """Begin to ask."""
    await call.run(rules.start, call.number, by=call.actor)
    return await refreshed(call, call.number)


@submission("checkin.preview")
async def back(_: Submission) -> Answer:
    """From the preview to the page; nothing is kept."""
    return None


async def _new_form(call: Call, name: str = "") -> Block:
    await call.read(rules.allow, by=call.actor)
    blank = Filled(Setup(name=name, channel=None), tz=await call.read(absences.zone_of, call.actor))
    return views.form.form(blank, call.database.clock.now(), call.language)


async def _inside(call: Call, setup: Setup) -> frozenset[UserId] | None:
    if setup.from_channel is None:
        return None
    await call.read(rules.check_channel, setup.from_channel, by=call.actor)
    return await directory.inside(call.client, setup.from_channel)

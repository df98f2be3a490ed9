"""The questions of a check-in: added, changed, removed."""

from handlers.checkins.showing import refreshed
from slackapp.queries import checkins
from slackapp.rules.checkins import questions
from slackapp.slack.answers import Answer, Open
from slackapp.slack.calls import Press, Submission
from slackapp.slack.listeners import press, submission
from slackapp.views import action_values
from slackapp.views import checkins as views


@press("checkin.add_question")
async def open_question(call: Press) -> Answer:
    return Open(views.questions.form(call.number, None, call.language))


@press("checkin.edit_question")
async def open_existing(call: Press) -> Answer:
    checkin_id, question_id = map(action_values.number, action_values.pair(call.value))
    shown = await call.read(checkins.page, call.actor, checkin_id=checkin_id)
    former = next((each for each in shown.questions if each.id == question_id), None)
    return Open(views.questions.form(shown.id, former, call.language))


@submission("checkin.question")
async def save_question(call: Submission) -> Answer:
    checkin_id, instead_of = int(call.about["checkin"]), call.about.get("instead_of")
    question = views.questions.read(call.typed)
    await call.run(questions.put, checkin_id, question, instead_of=instead_of, by=call.actor)
    return await refreshed(call, checkin_id)


@press("checkin.remove_question")
async def remove_question(call: Press) -> Answer:
    return await refreshed(call, await call.run(questions.remove, call.number, by=call.actor))

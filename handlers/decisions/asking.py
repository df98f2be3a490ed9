"""The steps of a decision's life that ask something first: a button opens a small form, the form takes the step."""

from handlers.decisions.showing import refreshed
from slackapp.ids import UserId
from slackapp.models.decision_life import Verb
from slackapp.queries import decisions as asked
from slackapp.rules import decisions
from slackapp.slack.answers import Answer, Open
from slackapp.slack.calls import Press, Submission
from slackapp.slack.listeners import press, submission
from slackapp.views import decisions as views
from slackapp.views import values


async def open_form(call: Press, verb: Verb, decision_id: int) -> Answer:
    """The small form of a step; refused at once where it is not theirs or not possible now."""
    form = values.of(views.steps.FORMS, verb)
    await call.read(decisions.check, decision_id, verb, by=call.actor)
    shown = await call.read(asked.page, call.actor, decision_id=decision_id)
    return Open(form(shown.card, call.language))


@press("decision.object")
async def open_objection(call: Press) -> Answer:
    """The form to say no, with a reason."""
    return await open_form(call, Verb.OBJECT, call.number)


@submission("decision.object")
async def object_to(call: Submission) -> Answer:
    """Say no, with a reason."""
    decision_id = int(call.about["decision"])
    await call.run(decisions.object_to, decision_id, by=call.actor, why=call.typed.text("reason"))
    return await refreshed(call, decision_id)


@press("decision.decide")
async def open_decide(call: Press) -> Answer:
    """The form to decide."""
    return await open_form(call, Verb.DECIDE, call.number)


@submission("decision.decide")
async def decide(call: Submission) -> Answer:
    """Decide."""
    decision_id = int(call.about["decision"])
    await call.run(decisions.decide, decision_id, by=call.actor, why=call.typed.text("reason"))
    return await refreshed(call, decision_id)


@press("decision.reject")
async def open_reject(call: Press) -> Answer:
    """The form to reject."""
    return await open_form(call, Verb.REJECT, call.number)


@submission("decision.reject")
async def reject(call: Submission) -> Answer:
    """Reject."""
    decision_id = int(call.about["decision"])
    await call.run(decisions.reject, decision_id, by=call.actor, why=call.typed.text("reason"))
    return await refreshed(call, decision_id)


@press("decision.more_time")
async def open_more_time(call: Press) -> Answer:
    """The form to give people more time."""
    return await open_form(call, Verb.MORE_TIME, call.number)


@submission("decision.more_time")
async def more_time(call: Submission) -> Answer:
    """Give people more time."""
    decision_id = int(call.about["decision"])
    await call.run(decisions.more_time, decision_id, by=call.actor, until=call.typed.date("until"))
    return await refreshed(call, decision_id)


@press("decision.stand_in")
async def open_stand_in(call: Press) -> Answer:
    """The form to ask somebody in the place of one who is away."""
    return await open_form(call, Verb.STAND_IN, call.number)


@submission("decision.stand_in")
async def stand_in(call: Submission) -> Answer:
    """Ask somebody in the place of one who is away."""
    decision_id, away = int(call.about["decision"]), call.typed.chosen("away")
    await call.run(
        decisions.stand_in,
        decision_id,
        by=call.actor,
        away=UserId(away) if away else None,
        person=call.typed.person("stand_in"),
    )
    return await refreshed(call, decision_id)


@submission("decision.edit")
async def edit(call: Submission) -> Answer:
    """Change the text of a proposal, or correct that of a decision."""
    decision_id, said, why = int(call.about["decision"]), views.wording(call.typed), call.typed.text("reason")
    rewrite = decisions.correct if call.about["correct"] else decisions.edit
    await call.run(rewrite, decision_id, said, by=call.actor, why=why)
    return await refreshed(call, decision_id)


@submission("decision.supersede")
async def supersede(call: Submission) -> Answer:
    """Name the decision that takes its place."""
    decision_id = int(call.about["decision"])
    await call.run(decisions.supersede, decision_id, by=call.actor, successor_id=call.typed.number("successor"))
    return await refreshed(call, decision_id)


@press("decision.reverse")
async def open_reverse(call: Press) -> Answer:
    """The form to say that it no longer holds; at a review this is the answer "drop"."""
    return await open_form(call, Verb.REVERSE, call.number)


@submission("decision.reverse")
async def reverse(call: Submission) -> Answer:
    """It no longer holds."""
    decision_id = int(call.about["decision"])
    await call.run(decisions.reverse, decision_id, by=call.actor, why=call.typed.text("reason"))
    return await refreshed(call, decision_id)


@press("decision.keep")
async def open_keep(call: Press) -> Answer:
    """The form to keep it at its review."""
    return await open_form(call, Verb.KEEP, call.number)


@submission("decision.keep")
async def keep(call: Submission) -> Answer:
    """Keep it."""
    decision_id = int(call.about["decision"])
    await call.run(
        decisions.keep,
        decision_id,
        by=call.actor,
        turned_out=call.typed.text("turned_out"),
        review_on=call.typed.date("review"),
    )
    return await refreshed(call, decision_id)

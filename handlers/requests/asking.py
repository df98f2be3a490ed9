"""The steps of a request's life that ask something first: a button opens a small form, the form takes the step."""

from handlers.requests.showing import refreshed
from slackapp.models.request_life import Verb
from slackapp.queries import requests as asked
from slackapp.rules import requests
from slackapp.slack.answers import Answer, Open
from slackapp.slack.calls import Press, Submission
from slackapp.slack.listeners import press, submission
from slackapp.views import requests as views
from slackapp.views import values


async def open_form(call: Press, verb: Verb, request_id: int) -> Answer:
    """The small form of a step; refused at once where it is not theirs or not possible now."""
    form = values.of(views.steps.FORMS, verb)
    await call.read(requests.check, request_id, verb, by=call.actor)
    shown = await call.read(asked.page, call.actor, request_id=request_id)
    return Open(form(shown.card, call.language))


@press("request.accept")
async def open_accept(call: Press) -> Answer:
    """The form to take it on."""
    return await open_form(call, Verb.ACCEPT, call.number)


@submission("request.accept")
async def accept(call: Submission) -> Answer:
    """Take it on."""
    request_id = int(call.about["request"])
    await call.run(requests.accept, request_id, by=call.actor, promised=call.typed.date("promised"))
    return await refreshed(call, request_id)


@press("request.assign")
async def open_assign(call: Press) -> Answer:
    """The form to make a colleague the owner."""
    return await open_form(call, Verb.ASSIGN, call.number)


@submission("request.assign")
async def assign(call: Submission) -> Answer:
    """Make a colleague the owner."""
    request_id = int(call.about["request"])
    await call.run(
        requests.assign,
        request_id,
        by=call.actor,
        owner=call.typed.person("owner"),
        promised=call.typed.date("promised"),
    )
    return await refreshed(call, request_id)


@press("request.decline")
async def open_decline(call: Press) -> Answer:
    """The form to say no."""
    return await open_form(call, Verb.DECLINE, call.number)


@submission("request.decline")
async def decline(call: Submission) -> Answer:
    """Say no."""
    request_id = int(call.about["request"])
    await call.run(requests.decline, request_id, by=call.actor, why=call.typed.text("reason"))
    return await refreshed(call, request_id)


@submission("request.propose")
async def propose(call: Submission) -> Answer:
    """Offer another date."""
    request_id = int(call.about["request"])
    await call.run(
        requests.propose, request_id, by=call.actor, proposed=call.typed.date("proposed"), why=call.typed.text("reason")
    )
    return await refreshed(call, request_id)


@press("request.block")
async def open_block(call: Press) -> Answer:
    """The form to say what is in the way."""
    return await open_form(call, Verb.BLOCK, call.number)


@submission("request.block")
async def block(call: Submission) -> Answer:
    """Say what is in the way."""
    request_id = int(call.about["request"])
    await call.run(
        requests.block, request_id, by=call.actor, what=call.typed.text("what"), team_id=call.typed.number("team")
    )
    return await refreshed(call, request_id)


@submission("request.ask")
async def ask(call: Submission) -> Answer:
    """Ask the requester something."""
    request_id = int(call.about["request"])
    await call.run(requests.ask, request_id, by=call.actor, question=call.typed.text("question"))
    return await refreshed(call, request_id)


@press("request.answer")
async def open_answer(call: Press) -> Answer:
    """The form to answer what the team asked."""
    return await open_form(call, Verb.ANSWER, call.number)


@submission("request.answer")
async def answer(call: Submission) -> Answer:
    """Answer what the team asked."""
    request_id = int(call.about["request"])
    await call.run(requests.answer, request_id, by=call.actor, words=call.typed.text("answer"))
    return await refreshed(call, request_id)


@submission("request.hand_over")
async def hand_over(call: Submission) -> Answer:
    """Give it to another team."""
    request_id = int(call.about["request"])
    await call.run(
        requests.hand_over, request_id, by=call.actor, team_id=call.typed.number("team"), why=call.typed.text("reason")
    )
    return await refreshed(call, request_id)


@press("request.reopen")
async def open_reopen(call: Press) -> Answer:
    """The form to say what is still missing."""
    return await open_form(call, Verb.REOPEN, call.number)


@submission("request.reopen")
async def reopen(call: Submission) -> Answer:
    """Say what is still missing."""
    request_id = int(call.about["request"])
    await call.run(requests.reopen, request_id, by=call.actor, why=call.typed.text("reason"))
    return await refreshed(call, request_id)


@press("request.withdraw")
async def open_withdraw(call: Press) -> Answer:
    """The form to say that it is not needed any more."""
    return await open_form(call, Verb.WITHDRAW, call.number)


@submission("request.withdraw")
async def withdraw(call: Submission) -> Answer:
    """Say that it is not needed any more."""
    request_id = int(call.about["request"])
    await call.run(requests.withdraw, request_id, by=call.actor, why=call.typed.text("reason"))
    return await refreshed(call, request_id)


@press("request.let_in")
async def open_let_in(call: Press) -> Answer:
    """The form to show a private request to one more person."""
    return await open_form(call, Verb.LET_IN, call.number)


@submission("request.let_in")
async def let_in(call: Submission) -> Answer:
    """Show a private request to one more person."""
    request_id = int(call.about["request"])
    await call.run(requests.let_in, request_id, by=call.actor, guest=call.typed.person("guest"))
    return await refreshed(call, request_id)

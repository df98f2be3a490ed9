"""Showing one decision: its page with its chain, and its versions."""

from slackapp.queries import decisions
from slackapp.queries.decisions import DecisionPage
from slackapp.slack.answers import Answer, Beneath, Open, Replace
from slackapp.slack.calls import Call, Press, Submission
from slackapp.slack.listeners import press
from slackapp.views import action_values
from slackapp.views import decisions as views
from slackapp.views.blocks import Block


@press("decision.show")
@press("decision.go_to")
async def show(call: Press) -> Answer:
    shown = await call.read(decisions.page, call.actor, decision_id=call.number)
    # From a page of its chain: in its place, since Slack stacks no more than three.
    return Replace(views.page(shown, call.language)) if call.about.get("page") else open_page(call, shown)


@press("decision.versions")
async def show_versions(call: Press) -> Answer:
    return Open(await _version(call))


@press("decision.version_earlier")
async def show_earlier(call: Press) -> Answer:
    return Replace(await _version(call))


@press("decision.version_later")
async def show_later(call: Press) -> Answer:
    return Replace(await _version(call))


def open_page(call: Call, shown: DecisionPage) -> Answer:
    return Open(views.page(shown, call.language))


async def refreshed(call: Press | Submission, decision_id: int) -> Answer:
    """After a step: the page that it was taken from shows what is true now. Cards and prompts follow by themselves."""
    if not call.is_from_page:
        return None
    shown = await call.read(decisions.page, call.actor, decision_id=decision_id)
    view = views.page(shown, call.language)
    return Beneath(view) if isinstance(call, Submission) else Replace(view)


async def _version(call: Press) -> Block:
    decision_id, number = map(action_values.number, action_values.pair(call.value))
    shown = await call.read(decisions.version, call.actor, decision_id=decision_id, number=number)
    return views.version(shown, call.language)

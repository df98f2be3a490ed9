"""Setting up the digest of a channel."""

from slackapp.ids import ChannelId
from slackapp.queries.digests import settings
from slackapp.queries.digests.settings import DigestStanding
from slackapp.rules import digests as rules
from slackapp.slack import directory
from slackapp.slack.answers import Answer, Open, Replace
from slackapp.slack.calls import Call, Press, Submission
from slackapp.slack.listeners import press, submission
from slackapp.views import digests as views
from slackapp.views.blocks import Block
from slackapp.views.digests import answers, form


@press("digest.open")
async def open_settings(call: Press) -> Answer:
    """The form, from the preview or from where a digest is offered."""
    return await open_form(call, ChannelId(call.value))


@press("digest.template")
async def choose_template(call: Press) -> Answer:
    """Another template has other parts: they are ticked in the form that is open, and the rest stays as it is."""
    shown = await _standing(call, call.about.get("channel"))
    chosen = call.typed.chosen("digest.template") or shown.choice.template
    return Replace(_form(call, form.with_template(shown, chosen)))


@submission("digest.settings")
async def save(call: Submission) -> Answer:
    """Keep it; then comes when it is there for the first time."""
    digest_id, known = call.about.get("digest"), call.about.get("channel")
    choice = form.read(call.typed, ChannelId(known) if digest_id and known else None)
    # Slack is asked who is in the channel: from now on what the digest says depends on it.
    channel_id = await call.read(rules.check_channel, choice.channel, by=call.actor)
    inside = await directory.inside(call.client, channel_id)
    offered = views.templates_of(call.templates)
    await call.run(rules.save, choice, digest_id=digest_id, templates=offered, inside=inside, by=call.actor)
    shown = await call.read(settings.standing, call.actor, channel_id=channel_id)
    return Replace(answers.saved(shown, call.language))


async def open_form(call: Call, channel_id: ChannelId | None) -> Answer:
    """The form of a channel's digest, or without one of a digest to be; NotAllowed for who may not set it up."""
    shown = await _standing(call, channel_id)
    await call.read(rules.allow, shown.channel_id, by=call.actor)
    return Open(_form(call, shown))


async def _standing(call: Call, channel_id: str | None) -> DigestStanding:
    if channel_id is None:
        return await call.read(settings.blank, call.actor)
    return await call.read(settings.standing, call.actor, channel_id=ChannelId(channel_id))


def _form(call: Call, shown: DigestStanding) -> Block:
    return form.form(shown, views.templates_of(call.templates), call.database.clock.now(), call.language)

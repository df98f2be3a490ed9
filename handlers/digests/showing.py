"""What a channel's digest says: the preview, and all of a section."""

import asyncio

from handlers.digests.command_text import DigestCommand, read
from handlers.digests.settings import open_form
from slackapp.language import Language
from slackapp.models.digests import Section
from slackapp.queries import digests
from slackapp.queries.digests import settings
from slackapp.slack.answers import Answer, Open, Replace, Reply
from slackapp.slack.calls import Call, Command, Press
from slackapp.slack.listeners import command, press
from slackapp.views import action_values
from slackapp.views import digests as views
from slackapp.views.blocks import Block
from slackapp.views.digests import answers
from slackapp.views.digests import full_section as pages
from slackapp.views.message import Content


@command("/digest")
async def digest(call: Command) -> Answer:
    """`/digest`, `/digest preview`, `/digest settings`, `/digest help`."""
    match read(call.text):
        case DigestCommand.PREVIEW:
            return Reply(await _preview(call))
        case DigestCommand.SETTINGS:
            return await open_form(call, None if call.is_direct else call.channel)
        case DigestCommand.HELP:
            return Reply(answers.help_(call.language))


@press("digest.all")
async def show_all(call: Press) -> Answer:
    """A whole section, from the digest or from its preview, which stand in the channel that the digest is of."""
    section = action_values.word(Section, call.value.rpartition(":")[2])
    shown = await call.read(settings.standing, call.actor, channel_id=call.channel)
    return Open(await _page(call, shown.digest_id or 0, section, 0))


@press("digest.all_earlier")
@press("digest.all_later")
async def turn_page(call: Press) -> Answer:
    digest_id, section, page = pages.wanted(call.value)
    return Replace(await _page(call, digest_id, section, page))


async def _preview(call: Command) -> Content:
    shown = await call.read(settings.here, call.actor, channel_id=call.channel, is_direct=call.is_direct)
    if shown.digest_id is None:
        return answers.none_yet(shown, call.language)
    now = call.database.clock.now()
    page = await call.read(digests.preview, call.actor.workspace_id, shown.digest_id, now)
    # In a thread: an organisation's template may take its time, and nobody else's command waits for it.
    content = await asyncio.to_thread(views.shown, call.templates, page, Language.of(page.locale))
    return answers.preview(shown, content, call.language)


async def _page(call: Call, digest_id: int, section: Section, page: int) -> Block:
    await call.read(settings.allow, call.actor, digest_id=digest_id)
    found = await call.read(digests.everything, call.actor.workspace_id, digest_id, section, page=page)
    return pages.everything(digest_id, found, call.language)

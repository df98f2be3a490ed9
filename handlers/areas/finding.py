"""Looking for an owner: the command and the shortcut."""

from handlers.areas.command_text import read
from handlers.areas.registering import open_new
from handlers.areas.showing import first_list, open_page
from slackapp.queries import areas as asked
from slackapp.rules import exports
from slackapp.rules.areas import steps
from slackapp.slack.answers import Answer, Open, Options, Reply
from slackapp.slack.calls import Command, Search, Shortcut, Submission
from slackapp.slack.listeners import command, search, shortcut, submission
from slackapp.views import areas as views
from slackapp.views import blocks


@command("/owner")
async def owner(call: Command) -> Answer:
    """`/owner payments`, `/owner`, `/owner add payments`, `/owner list`, `/owner import`, `/owner export`."""
    said = read(call.text)
    if said.is_new:
        return await open_new(call, said.words)
    if said.wanted is not None:
        return await first_list(call, said.wanted, said.team)
    if said.is_import:
        await call.read(steps.allow, by=call.actor)
        return Open(views.importing.form(call.language))
    if said.is_export:
        return await _export(call)
    return Reply(views.finding.answer(await call.read(asked.find, call.actor, said.words), call.language))


@shortcut("area.find")
async def look(call: Shortcut) -> Answer:
    """The same from the shortcuts menu, which also works in threads."""
    await call.read(steps.allow, by=call.actor)
    return Open(views.finding.find(call.language))


@submission("area.find")
async def found(call: Submission) -> Answer:
    return await open_page(call, call.typed.number("area") or 0)


@search("area")
async def offer_areas(call: Search) -> Answer:
    found = await call.read(asked.offered, call.actor, call.words)
    return Options([blocks.option(name, str(area_id)) for area_id, name in found])


async def _export(call: Command) -> Answer:
    await call.run(exports.areas, by=call.actor, once=call.key)
    return Reply(views.records.coming(call.language))

"""Bringing a table of areas: first what it would change, then the change (OWN-1)."""

from uuid import uuid4

from slackapp.rules.areas import importing
from slackapp.slack import downloading
from slackapp.slack.answers import Answer, Replace
from slackapp.slack.calls import Submission
from slackapp.slack.listeners import submission
from slackapp.views import areas as views


@submission("area.import")
async def look_at_table(call: Submission) -> Answer:
    """What the table would change; nothing is stored yet."""
    file, draft = call.typed.file("file"), uuid4().hex
    text = await downloading.text_of(call.client, file) if file else views.importing.read(call.typed)
    plan = await call.run(importing.preview, text, by=call.actor, draft=draft)
    return Replace(views.importing.preview(plan, draft, call.language))


@submission("area.import_now")
async def store_table(call: Submission) -> Answer:
    plan = await call.run(importing.take_over, str(call.about["draft"]), by=call.actor)
    return Replace(views.importing.done(plan, call.language))

"""Names for the ids that Slack sends without one, so that what is read from a text is what its writer saw."""

from typing import TypeVar

from slackapp.language import Language, mentions
from slackapp.queries import mention_names
from slackapp.slack.calls import Call, Command

C = TypeVar("C", bound=Call)


async def given(call: C) -> C:
    """The same call; in the text of a command everybody has a name."""
    if not isinstance(call, Command):
        return call
    return call.with_text(await labelled(call, call.text))


async def labelled(call: Call, text: str) -> str:
    """The same text with a name for every id; whom we do not know, or may not name, is called "somebody"."""
    ids = mentions.unnamed(text)
    if not ids:
        return text
    known = await call.read(mention_names.names, call.actor.workspace_id, ids)
    return mentions.labelled(text, {each: known.get(each) or _nobody(each, call.language) for each in ids})


def _nobody(id_: str, _: Language) -> str:
    match id_[:1]:
        case "C" | "G" | "D":
            return _("a private channel")
        case "S":
            return _("a group")
        case _:
            return _("somebody")

"""`/afspraak`: every command under one name, for where another app has taken ours (the one installed last wins)."""

from slackapp.slack import listeners, manifest_texts
from slackapp.slack.answers import Answer, Reply
from slackapp.slack.calls import Command
from slackapp.slack.listeners import PayloadKind, command
from slackapp.views import afspraak as views

NAME = "afspraak"


@command(f"/{NAME}")
async def afspraak(call: Command) -> Answer:
    """`/afspraak request …` is `/request …`; alone, or with a word that is none of them, it lists them."""
    word, _, rest = call.text.partition(" ")
    handler = listeners.find(PayloadKind.COMMAND, f"/{word.casefold()}")
    if handler is None:
        return Reply(views.commands(_offered(call), call.language))
    answer: Answer = await handler(call.with_text(rest))
    return answer


def _offered(call: Command) -> list[views.Offered]:
    prefix = call.name.removesuffix(NAME)
    return [
        views.Offered(f"{prefix}{name.removeprefix('/')}", about.description, about.usage_hint)
        for name, about in manifest_texts.COMMANDS.items()
    ]

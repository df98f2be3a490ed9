"""What Slack's menus say about the commands and shortcuts. A manifest has one language, so these are English."""

from dataclasses import dataclass

from slackapp.language import N_


@dataclass(frozen=True)
class Command:
    """What Slack shows while somebody types the command."""

    description: str
    usage_hint: str


@dataclass(frozen=True)
class Shortcut:
    """Its name in the menu; one for messages stands in the menu of each message."""

    name: str
    description: str
    is_for_messages: bool


COMMANDS = {
    "/request": Command(N_("Ask another team for something"), N_("[@team or #channel what you need] | list | R-12")),
    "/teams": Command(N_("See the teams, and change yours"), N_("[name of a team] | new")),
    "/afspraak": Command(N_("All of Afspraak's commands in one"), N_("help | request … | teams …")),
}
SHORTCUTS = {
    "request.from_message": Shortcut(
        "Turn into request", "Ask a team for what this message says", is_for_messages=True
    ),
    "request.new": Shortcut("New request", "Ask another team for something", is_for_messages=False),
}

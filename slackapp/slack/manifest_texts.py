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
    "/decision": Command(N_("Propose, record and find decisions"), N_("[title] | D-7 | search words | list | export")),
    "/owner": Command(
        N_("Find out who owns something, and keep it true"), N_("[payments] | add | list [@team] | import | export")
    ),
    "/checkin": Command(
        N_("Ask a group the same questions again and again"), N_("new | history | away | [name of a check-in]")
    ),
    "/digest": Command(N_("See the weekly digest of this channel, and set it up"), N_("settings | help")),
    "/quiet": Command(N_("Get no messages for a time"), N_("2d | until Monday | until 14:00 | off")),
    "/teams": Command(N_("See the teams, and change yours"), N_("[name of a team] | new")),
    "/afspraak": Command(
        N_("All of Afspraak's commands in one"),
        N_("help | request … | decision … | owner … | checkin … | digest … | quiet … | teams …"),
    ),
}
SHORTCUTS = {
    "request.from_message": Shortcut(
        "Turn into request", "Ask a team for what this message says", is_for_messages=True
    ),
    "decision.from_message": Shortcut(
        "Record as decision", "Keep what this message says as a decision", is_for_messages=True
    ),
    "decision.new": Shortcut("New decision", "Propose or record a decision", is_for_messages=False),
    "area.find": Shortcut("Who owns this?", "Find the owner of a system, process or customer", is_for_messages=False),
    "checkin.new": Shortcut("New check-in", "Ask a group the same questions again and again", is_for_messages=False),
    "request.new": Shortcut("New request", "Ask another team for something", is_for_messages=False),
}

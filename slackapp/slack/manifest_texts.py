"""What Slack's menus say about the commands and shortcuts. A manifest has one language, so these are English."""

from dataclasses import dataclass

from slackapp.language import N_


@dataclass(frozen=True)
class CommandText:
    """What Slack shows while somebody types the command."""

    description: str
    usage_hint: str


@dataclass(frozen=True)
class ShortcutText:
    """Its name in the menu; one for messages stands in the menu of each message."""

    name: str
    description: str
    is_for_messages: bool


COMMANDS = {
    "/request": CommandText(
        N_("Ask another team for something"), N_("[@team or #channel what you need] | list | R-12")
    ),
    "/decision": CommandText(
        N_("Propose, record and find decisions"), N_("[title] | D-7 | search words | list | export")
    ),
    "/owner": CommandText(
        N_("Find out who owns something, and keep it true"), N_("[payments] | add | list [@team] | import | export")
    ),
    "/checkin": CommandText(
        N_("Ask a group the same questions again and again"), N_("new | history | away | [name of a check-in]")
    ),
    "/digest": CommandText(N_("See the weekly digest of this channel, and set it up"), N_("settings | help")),
    "/quiet": CommandText(N_("Get no messages for a time"), N_("2d | until Monday | until 14:00 | off")),
    "/teams": CommandText(N_("See the teams, and change yours"), N_("[name of a team] | new")),
    "/afspraak": CommandText(
        N_("All of Afspraak's commands in one"),
        N_("help | request … | decision … | owner … | checkin … | digest … | quiet … | teams …"),
    ),
}
SHORTCUTS = {
    "request.from_message": ShortcutText(
        "Turn into request", "Ask a team for what this message says", is_for_messages=True
    ),
    "decision.from_message": ShortcutText(
        "Record as decision", "Keep what this message says as a decision", is_for_messages=True
    ),
    "decision.new": ShortcutText("New decision", "Propose or record a decision", is_for_messages=False),
    "area.find": ShortcutText(
        "Who owns this?", "Find the owner of a system, process or customer", is_for_messages=False
    ),
    "checkin.new": ShortcutText(
        "New check-in", "Ask a group the same questions again and again", is_for_messages=False
    ),
    "request.new": ShortcutText("New request", "Ask another team for something", is_for_messages=False),
}

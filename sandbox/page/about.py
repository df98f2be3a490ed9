"""What stays as it is while the page is open."""

from sandbox.page import fault_switches
from sandbox.page.welcome import Welcome
from sandbox.payload import Payload
from sandbox.rendering.emoji import SIGNS
from sandbox.sandbox import Sandbox


def about(sandbox: Sandbox, welcome: Welcome, run: str) -> Payload:
    """The app's commands and shortcuts, the emoji, what to try, and how Slack can misbehave; and which `run` it is."""
    manifest = sandbox.manifest
    return {
        "run": run,
        "commands": [vars(command) for command in manifest.commands],
        "shortcuts": [vars(shortcut) for shortcut in manifest.shortcuts],
        "has_home": manifest.home_tab,
        "emoji": [[name, sign] for name, sign in SIGNS.items()],
        "roles": dict(welcome.roles),
        "tips": [vars(tip) for tip in welcome.tips],
        "mischiefs": fault_switches.offered(),
    }

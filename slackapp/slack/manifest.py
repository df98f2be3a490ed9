"""The description from which a Slack app is made, generated from the table of names."""

import json
from typing import Any

from slackapp.slack import listeners, manifest_texts, scopes
from slackapp.slack.http import PATH
from slackapp.slack.listeners import PayloadKind

Part = dict[str, Any]

DESCRIPTION = "Shared, structured agreements between the teams of one organisation."


def manifest(prefix: str = "", address: str | None = None) -> Part:
    """The manifest, for Socket Mode or, with the app's public `address`, for HTTP. The doors must be open.

    KeyError names a command, shortcut or event of the table that `described` or `scopes` does not explain.
    """
    url = f"{address.rstrip('/')}{PATH}" if address else None
    events = _names(PayloadKind.EVENT)
    return {
        "_metadata": {"major_version": 2, "minor_version": 1},
        "display_information": {"name": "Afspraak", "description": DESCRIPTION, "background_color": "#1d3557"},
        "features": _features(prefix, url),
        "oauth_config": {"scopes": {"bot": scopes.needed(events), "bot_optional": scopes.optional()}},
        "settings": {
            "event_subscriptions": {"bot_events": events} | _at(url, "request_url"),
            "interactivity": {"is_enabled": True} | _at(url, "request_url") | _at(url, "message_menu_options_url"),
            "org_deploy_enabled": False,
            "socket_mode_enabled": url is None,
            "token_rotation_enabled": False,
        },
    }


def text(prefix: str = "", address: str | None = None) -> str:
    """The same as it stands in manifest.json."""
    return json.dumps(manifest(prefix, address), indent=2, ensure_ascii=False) + "\n"


def _features(prefix: str, url: str | None) -> Part:
    return {
        "app_home": {
            "home_tab_enabled": True,
            "messages_tab_enabled": True,
            "messages_tab_read_only_enabled": False,
        },
        "bot_user": {"display_name": "Afspraak", "always_online": True},
        "shortcuts": [_shortcut(name) for name in _names(PayloadKind.SHORTCUT)],
        "slash_commands": [_command(name, prefix, url) for name in _names(PayloadKind.COMMAND)],
    }


def _command(name: str, prefix: str, url: str | None) -> Part:
    about = manifest_texts.COMMANDS[name]
    return {
        "command": f"/{prefix}{name[1:]}",
        "description": about.description,
        "usage_hint": about.usage_hint,
        # So that people and channels arrive as ids, whatever they are called.
        "should_escape": True,
    } | _at(url, "url")


def _shortcut(name: str) -> Part:
    about = manifest_texts.SHORTCUTS[name]
    return {
        "name": about.name,
        "type": "message" if about.is_for_messages else "global",
        "callback_id": name,
        "description": about.description,
    }


def _at(url: str | None, key: str) -> Part:
    return {key: url} if url else {}


def _names(entrance: PayloadKind) -> list[str]:
    return sorted(name for kind, name in listeners.table() if kind == entrance)

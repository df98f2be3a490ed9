"""What the app's manifest says, as far as it matters to a workspace. Without a manifest everything is allowed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sandbox.payload import Payload


@dataclass(frozen=True)
class Command:
    """A slash command with its hint."""

    name: str
    description: str
    usage_hint: str
    should_escape: bool


@dataclass(frozen=True)
class Shortcut:
    """A global or a message shortcut."""

    name: str
    callback_id: str
    is_for_messages: bool


class Manifest:
    """Reads a manifest; `None` is an app that subscribed to everything and may do everything."""

    def __init__(self, whole: Payload | None) -> None:
        self.whole = whole or {}
        self.is_given = whole is not None

    @property
    def commands(self) -> list[Command]:
        """The slash commands."""
        return [
            Command(c["command"], c.get("description", ""), c.get("usage_hint", ""), bool(c.get("should_escape")))
            for c in self._at("features", "slash_commands", default=[])
        ]

    @property
    def shortcuts(self) -> list[Shortcut]:
        """The shortcuts of both kinds."""
        return [
            Shortcut(s["name"], s["callback_id"], s.get("type") == "message")
            for s in self._at("features", "shortcuts", default=[])
        ]

    def escapes(self, command: str) -> bool:
        """Whether mentions in this command's text arrive as ids; so they do without a manifest."""
        return not self.is_given or any(c.should_escape for c in self.commands if c.name == command)

    def knows(self, command: str) -> bool:
        """Whether the app has this command."""
        return not self.is_given or any(c.name == command for c in self.commands)

    def subscribed(self, event: str) -> bool:
        """Whether this bot event is delivered."""
        return not self.is_given or event in self._at("settings", "event_subscriptions", "bot_events", default=[])

    @property
    def scopes(self) -> frozenset[str]:
        """The bot scopes that are asked for, the optional ones too."""
        scopes: Mapping[str, Iterable[str]] = self._at("oauth_config", "scopes", default={})
        return frozenset([*scopes.get("bot", ()), *scopes.get("bot_optional", ())]) if self.is_given else frozenset("*")

    @property
    def home_tab(self) -> bool:
        """Whether the app has a Home."""
        return not self.is_given or bool(self._at("features", "app_home", "home_tab_enabled", default=False))

    @property
    def messages_tab(self) -> bool:
        """Whether the app may be written with; Slack's default is yes."""
        return bool(self._at("features", "app_home", "messages_tab_enabled", default=True))

    def _at(self, *path: str, default: Any) -> Any:  # noqa: ANN401  a manifest is read here
        here: Any = self.whole
        for key in path:
            here = here.get(key) if isinstance(here, dict) else None
        return default if here is None else here

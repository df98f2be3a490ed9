"""The app as it is installed in one workspace."""

from dataclasses import dataclass

from blockkit.ids import UserId

EVERYTHING = frozenset({"*"})


@dataclass
class Installation:
    """A bot token and what it may do. Scopes with `*` may do everything."""

    app_id: str
    bot_id: str
    bot_user: UserId
    token: str
    scopes: frozenset[str] = EVERYTHING
    token_revoked: bool = False
    uninstalled: bool = False

    def may(self, scope: str) -> bool:
        """Whether this scope was granted."""
        return scope in self.scopes or self.scopes == EVERYTHING

"""Digests, as they come in from Slack."""

from handlers.digests import settings, showing

__all__ = ["settings", "showing"]

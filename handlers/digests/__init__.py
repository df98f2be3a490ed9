"""Digests, as they come in from Slack."""

from handlers.digests import setting, showing

__all__ = ["setting", "showing"]

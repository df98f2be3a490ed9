"""Digests, as they come in from Slack."""

from handlers.digests import settings, showing

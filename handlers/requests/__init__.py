"""Requests, as they come in from Slack."""

from handlers.requests import asking, making, moving, showing

__all__ = ["asking", "making", "moving", "showing"]

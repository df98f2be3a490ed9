"""Decisions, as they come in from Slack."""

from handlers.decisions import answering, asking, making, searching, showing

__all__ = ["answering", "asking", "making", "searching", "showing"]

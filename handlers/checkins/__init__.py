"""Check-ins, as they come in from Slack."""

from handlers.checkins import answering, asking, living, making, showing

__all__ = ["answering", "asking", "living", "making", "showing"]

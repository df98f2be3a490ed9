"""Areas, as they come in from Slack."""

from handlers.areas import asking, importing, looking, making, moving, showing

__all__ = ["asking", "importing", "looking", "making", "moving", "showing"]

"""What channels must hold: what was said, and no word of how it is delivered."""

from dataclasses import dataclass, field

from slackapp.models.outbox import Progress


@dataclass
class Expected:
    """What was said, by channel, in its order; which of it may end unsaid; and how many refusals Slack has in store."""

    lines: dict[int, list[str]] = field(default_factory=dict)
    limited: set[str] = field(default_factory=set)
    cards: dict[int, str] = field(default_factory=dict)
    refusals: int = 0

    def may_end(self, text: str, state: Progress) -> bool:
        """Whether a line may come to this end."""
        if state is Progress.DEAD:
            return self.refusals > 0
        return state is Progress.SENT or (state is Progress.EXPIRED and text in self.limited)

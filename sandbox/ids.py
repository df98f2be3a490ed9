"""Ids in the shape of Slack's, in the order in which things are made, so that a failing test fails the same again."""

from dataclasses import dataclass, field
from itertools import count


@dataclass
class Ids:
    """One row of numbers for all kinds of ids in a sandbox."""

    _numbers: "count[int]" = field(default_factory=lambda: count(1))

    def next(self, letter: str) -> str:
        """A new id such as U0SB000007."""
        return f"{letter}0SB{next(self._numbers):06d}"

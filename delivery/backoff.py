"""How long to wait before the next attempt, and how many there are."""

from datetime import timedelta
from random import SystemRandom

PACE = timedelta(seconds=1)  # Slack takes one message a second in a channel
MOST_TRIES = 8
"""The last one comes two minutes after the first; so long the messages behind it wait."""
LONGEST_BACKOFF = 300  # a channel that is back is found within five minutes
SHORTEST_THROTTLE, LONGEST_THROTTLE, USUAL_THROTTLE = 1, 3600, 30
"""Seconds. Slack has been seen to leave the header out, to say 0, and to say a day."""

_dice = SystemRandom()


def after(attempts: int) -> timedelta:
    """After the first failed attempt 1 s, then 2, 4 … at most 300, and a little more."""
    return _with_jitter(min(LONGEST_BACKOFF, 2 ** min(attempts - 1, 16)))


def after_throttling(retry_after: float | None) -> timedelta:
    """What Slack asked for, within reason, and a little more."""
    seconds = USUAL_THROTTLE if retry_after is None else retry_after
    return _with_jitter(min(max(seconds, SHORTEST_THROTTLE), LONGEST_THROTTLE))


def _with_jitter(seconds: float) -> timedelta:
    # Never less than was asked for, and not everybody in the same instant.
    return timedelta(seconds=seconds * _dice.uniform(1, 1.25))

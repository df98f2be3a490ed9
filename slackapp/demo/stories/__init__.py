"""What happened at Polder & Co in the three weeks before the demo opens."""

from slackapp.demo.stories import settled, talk, underway
from slackapp.demo.stories.line import Line

FIRST_DAY = -15


def all_lines() -> list[Line]:
    """Every line of every story, in the order of time."""
    lines = [*settled.LINES, *underway.LINES, *talk.LINES]
    return sorted(lines, key=lambda line: (line.day, line.clock))

"""What happened at Polder & Co in the three weeks before the demo opens."""

from demo.stories import decided, overviews, settled, talk, underway

FIRST_DAY = -15
HISTORY = sorted(
    [*settled.LINES, *underway.LINES, *decided.LINES, *overviews.LINES, *talk.LINES],
    key=lambda line: (line.day, line.clock),
)
"""Every line of every story, in the order of time."""

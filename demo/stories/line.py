"""One line of a story."""

from typing import NamedTuple

from demo.steps import Step


class Line(NamedTuple):
    """Who does what, on which working day before the demo opens (-1 is the last one) and when, in Amsterdam."""

    day: int
    clock: str
    who: str
    does: Step

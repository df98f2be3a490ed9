"""How Slack says no."""

from blockkit import Problem
from sandbox.payload import Payload


class Refused(Exception):
    """Slack answers `ok: false` with this error code, and with these keys beside it."""

    def __init__(self, error: str, **beside: object) -> None:
        super().__init__(error)
        self.error = error
        self.beside = beside

    def as_answer(self) -> Payload:
        """The body of the answer."""
        return {"ok": False, "error": self.error, **self.beside}


class TooFast(Refused):
    """Slack answers 429 with the seconds to wait; None leaves the header out."""

    def __init__(self, retry_after: int | None) -> None:
        super().__init__("ratelimited")
        self.retry_after = retry_after


def refuse(problems: list[Problem], error: str) -> None:
    """Refuse with the problems in the words of Slack, if there are any."""
    if problems:
        messages = [str(problem) for problem in problems]
        raise Refused(error, errors=messages, response_metadata={"messages": messages})

"""Slack misbehaving on request."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import chain


class Kind(StrEnum):
    """The ways in which an answer can be bad."""

    TOO_FAST = "429"
    SERVER_ERROR = "500"
    UNAVAILABLE = "503"
    HANGS = "hangs"
    DROPS = "drops the connection"
    TRUNCATED = "truncated JSON"
    HTML = "an HTML page"
    ERROR = "ok: false"
    SLOW = "answers late"


@dataclass
class Fault:
    """The next `times` calls of a method go wrong, of one channel or of all.

    `worked` says whether Slack does the work before it misbehaves, so that only the answer is lost. `method` "*"
    means every method. `retry_after` is in seconds, or the header's very words; None leaves it out. `seconds` is how
    long it hangs or is late, in real time; `error` is the code for Kind.ERROR; `after` is how many calls go well first.
    """

    method: str
    kind: Kind
    channel: str | None = None
    times: int = 1
    worked: bool = False
    retry_after: int | str | None = 1
    seconds: float = 3600.0
    error: str = "internal_error"
    after: int = 0

    def meets(self, method: str, channel: str | None) -> bool:
        """Whether this call is one of those that go wrong."""
        return self.times > 0 and self.method in {"*", method} and self.channel in {None, channel}


@dataclass
class Faults:
    """The faults that wait for their call. The first that meets a call is used."""

    waiting: list[Fault] = field(default_factory=list)
    always: list[Fault] = field(default_factory=list)

    def add(self, *faults: Fault) -> None:
        """Let these happen, in this order."""
        self.waiting.extend(faults)

    def until_cleared(self, *faults: Fault) -> None:
        """Let these happen at every call, until `clear`."""
        self.always.extend(faults)

    def clear(self) -> None:
        """Behave again."""
        self.waiting.clear()
        self.always.clear()

    def next(self, method: str, channel: str | None) -> Fault | None:
        """The fault for this call, used once."""
        fault = next(self._meeting(method, channel), None)
        if fault and fault.after:
            fault.after -= 1
            return None
        if fault and fault in self.waiting:
            fault.times -= 1
        return fault

    def _meeting(self, method: str, channel: str | None) -> Iterator[Fault]:
        return (fault for fault in chain(self.waiting, self.always) if fault.meets(method, channel))

"""The table of methods, filled by the modules that stand beside this one."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from sandbox.payload import Payload
from sandbox.web.call import Call

Answer = Callable[[Call], Awaitable[Payload]]


@dataclass(frozen=True)
class Method:
    """What answers a method, and the scope it needs; None for none or for one that depends on the channel."""

    answer: Answer
    scope: str | None


_METHODS: dict[str, Method] = {}
METHODS: Mapping[str, Method] = _METHODS


def method(name: str, scope: str | None = None) -> Callable[[Answer], Answer]:
    """Answers `POST /api/<name>`."""

    def enter(answer: Answer) -> Answer:
        _METHODS[name] = Method(answer, scope)
        return answer

    return enter

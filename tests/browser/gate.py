"""What the page asks of the sandbox, kept waiting on its way: as on a slow machine, but each time the same."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from playwright.sync_api import Page, Request, Route

DEEDS = "**/page/do"
LOOKS = "**/page/state?*"
MOMENT = 20
"""In milliseconds, between two looks at what waits."""


class Gate:
    """Holds requests until they are let through, or answered otherwise."""

    def __init__(self, tab: Page) -> None:
        self._tab = tab
        self._waiting: list[Route] = []
        self._is_open = False

    def comes(self, route: Route, *, stops: bool) -> None:
        if stops and not self._is_open:
            self._waiting.append(route)
        else:
            route.fallback()

    def holds(self, count: int) -> list[Route]:
        """Wait until there are so many, the earliest first; whoever takes them out decides about them."""
        while len(self._waiting) < count:
            self._tab.wait_for_timeout(MOMENT)
        return self._waiting

    def opens(self) -> None:
        self._is_open = True
        while self._waiting:
            self._waiting.pop(0).continue_()


@contextmanager
def gate(tab: Page, where: str, stops: Callable[[Request], bool]) -> Iterator[Gate]:
    """Until the block ends, what `stops` is true of waits.

    The route stays: what is on its way when one is taken away may never arrive.
    """
    closed = Gate(tab)

    def come(route: Route) -> None:
        closed.comes(route, stops=stops(route.request))

    tab.route(where, come)
    yield closed
    closed.opens()


def deed(name: str) -> Callable[[Request], bool]:
    """Whether a request is this deed."""
    return lambda request: f'"deed":"{name}"' in (request.post_data or "")

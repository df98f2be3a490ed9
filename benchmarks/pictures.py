"""What a digest costs to put into words and to draw, and how that delays others: python -m benchmarks.pictures.

The page is a full week. "Beside drawing" is how late the loop that answers people gets its turn while pictures are
drawn in a thread, as the deliverer does; that is the number that must stay far below the three seconds Slack waits.
"""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from statistics import median
from time import perf_counter

from slackapp.language import Language
from slackapp.views import digests
from slackapp.views.digests import trend_picture
from slackapp.views.templates import Templates
from tests.views import digests_shown

TIMES, PICTURES = 30, 20
TURN = 0.005
"""Seconds between two turns of the loop that are asked for."""


def main() -> None:
    templates, page, dutch = Templates(trials=digests.trials), digests_shown.full(), Language("nl")
    for name in ("weekly", "compact", "leadership"):
        _tell(f"render {name}", _time(partial(digests.shown, templates, replace(page, template=name), dutch)))
    _tell("check our templates", _time(templates.flaws_of_ours, 5))
    picture = digests.shown(templates, page, dutch).picture
    values = picture.values if picture else {}
    _tell("draw the first", _time(lambda: trend_picture.draw(values), 1))
    _tell("draw another", _time(lambda: trend_picture.draw(values)))
    print(f"{'size of a picture':24}{len(trend_picture.draw(values).content) / 1024:10.0f} kB")
    _tell("beside drawing, at worst", asyncio.run(_latest(lambda: trend_picture.draw(values))))


async def _latest(draw: Callable[[], object]) -> float:
    """The longest that a turn of the loop came too late while pictures were drawn."""
    late: list[float] = []
    drawing_all = asyncio.create_task(_draw_all(draw))
    while not drawing_all.done():
        asked = perf_counter()
        await asyncio.sleep(TURN)
        late.append(perf_counter() - asked - TURN)
    await drawing_all
    return max(late)


async def _draw_all(draw: Callable[[], object]) -> None:
    for _ in range(PICTURES):
        await asyncio.to_thread(draw)


def _time(work: Callable[[], object], times: int = TIMES) -> float:
    return median(_once(work) for _ in range(times))


def _once(work: Callable[[], object]) -> float:
    started = perf_counter()
    work()
    return perf_counter() - started


def _tell(what: str, seconds: float) -> None:
    print(f"{what:24}{seconds * 1000:10.1f} ms")


if __name__ == "__main__":
    main()

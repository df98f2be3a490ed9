"""The picture of the trend. It takes a tenth of a second: never draw it where somebody waits."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any

from slackapp.views.message import File

if TYPE_CHECKING:
    from matplotlib.axes import Axes

DOTS = 200
"""To the inch, and the picture is 3.6 inches wide: sharp on a telephone, where it is shown about 360 dots wide."""
WIDTH, HEIGHT = 3.6, 2.1
GROUND, INK, SOFT, FAINT = "#27303b", "#f2f4f7", "#aab4c0", "#3b4653"
LINES = ("#6cb6ff", "#57d19b")
"""Its own ground, so that it reads the same on a light page and on a dark one."""
ROOM = 1.35
"""How much higher than the highest point a panel is."""


def draw(values: Mapping[str, Any]) -> File:
    """The picture of what `trend.drawn_from` gave, as a PNG."""
    # Half a second and 30 MB: only a process that draws pays for it. No pyplot: that keeps state for all threads.
    from matplotlib.figure import Figure  # noqa: PLC0415

    figure = Figure(figsize=(WIDTH, HEIGHT), dpi=DOTS, facecolor=GROUND)
    panels = figure.subplots(len(values["panels"]), 1)
    for axes, panel, colour in zip(panels, values["panels"], LINES, strict=True):
        _panel(axes, panel, colour)
    _weeks(panels[-1], values["weeks"])
    figure.subplots_adjust(left=0.05, right=0.89, top=0.88, bottom=0.11, hspace=0.62)
    held = BytesIO()
    figure.savefig(held, format="png", dpi=DOTS, metadata={"Software": None})
    return File("trend.png", values["panels"][0]["title"], held.getvalue())


def _panel(axes: "Axes", panel: Mapping[str, Any], colour: str) -> None:
    points = panel["points"]
    known = [index for index, point in enumerate(points) if point is not None]
    axes.set_title(panel["title"], loc="left", color=INK, fontsize=8.5, pad=5)
    _frame(axes, len(points), max((points[index] for index in known), default=0))
    # Over the weeks in which too little happened the line goes on, and faintly.
    axes.plot(known, [points[index] for index in known], color=colour, linewidth=1, linestyle=":", alpha=0.6)
    line = [float("nan") if point is None else point for point in points]
    axes.plot(line, color=colour, linewidth=1.6, marker="o", markersize=2.8, solid_capstyle="round", clip_on=False)
    for index in {known[0], known[-1]} if known else ():
        _label(axes, (index, points[index]), panel["labels"][index], colour if index == known[-1] else None)


def _frame(axes: "Axes", weeks: int, highest: float) -> None:
    axes.set_facecolor(GROUND)
    axes.set_xlim(-0.4, max(weeks, 2) - 0.6)
    axes.set_ylim(0, (highest or 1) * ROOM)
    axes.set_xticks([])
    axes.set_yticks([])
    for side, spine in axes.spines.items():
        spine.set_visible(side == "bottom")
        spine.set_color(FAINT)


def _weeks(axes: "Axes", weeks: Sequence[str]) -> None:
    """The first and the last week, beneath the lower panel: both have the same."""
    ends = {0: weeks[0], len(weeks) - 1: weeks[-1]}
    axes.set_xticks(list(ends), list(ends.values()))
    axes.tick_params(colors=SOFT, labelsize=7.5, length=0, pad=4)
    labels = axes.get_xticklabels()
    labels[0].set_horizontalalignment("left")
    labels[-1].set_horizontalalignment("right")


def _label(axes: "Axes", point: tuple[int, float], text: str, colour: str | None) -> None:
    """The number at the newest point, large and beside it; that at the oldest small and above it."""
    look: dict[str, Any] = {"color": SOFT, "fontsize": 7.5, "ha": "center", "xytext": (0, 6)}
    if colour:
        look = {"color": colour, "fontsize": 11, "weight": "bold", "xytext": (7, -3.5)}
    axes.annotate(text, point, textcoords="offset points", annotation_clip=False, **look)

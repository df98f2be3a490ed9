"""Living through the weeks before the demo opens: the app does all of it, as it does it for everybody."""

from collections.abc import Sequence

from demo import founding
from demo.scene import Scene
from demo.stories.line import Line


async def live_through(scene: Scene, lines: Sequence[Line]) -> None:
    """From the first hour to yesterday evening. Refused when the app does not take what somebody does."""
    await founding.make_teams(scene.sandbox, scene.polder)
    for line in lines:
        await _live(scene, line)
    _have_been_read(scene)


async def _live(scene: Scene, line: Line) -> None:
    visitor = scene.visitor(line.who)
    await scene.reaches(line.day, line.clock)
    await line.does(scene, visitor)
    if visitor.has_modal:
        await visitor.closes(everything=True)


def _have_been_read(scene: Scene) -> None:
    """Everybody has looked at all but the last day; a page on which everything is new says nothing."""
    yesterday = f"{scene.moment(-1, '00:00').timestamp():.6f}"
    for channel in scene.polder.workspace.channels.values():
        read = [message.ts for message in channel.posted() if message.ts < yesterday]
        channel.read.update({member: read[-1] for member in channel.members if read})

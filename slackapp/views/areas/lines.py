"""The lines of an area's history."""

from slackapp.language import Language
from slackapp.queries.areas import AreaEntry, AreaTold
from slackapp.views import blocks, rich
from slackapp.views.areas import buttons
from slackapp.views.areas.steps import STEPS
from slackapp.views.blocks import Block
from slackapp.views.entries import because
from slackapp.views.message import Content
from slackapp.views.rich import Line


def told(shown: AreaTold, _: Language) -> Content:
    """A line for those who do not have the area before them: the teams' channels, and whoever owned it."""
    area = rich.line("{area} · {team}", _, area=rich.bold(shown.name), team=shown.team)
    line = line_of(shown.entry, _)
    row = blocks.actions(buttons.show(shown.area_id, _))
    return Content(rich.plain(area, line), (rich.block(area, line), row))


def more(shown: AreaTold, _: Language) -> Block:
    """The way to the area, where the line stands among others."""
    return buttons.show(shown.area_id, _)


def line_of(entry: AreaEntry, _: Language) -> Line:
    return because(STEPS[entry.verb].line(entry, _), entry)

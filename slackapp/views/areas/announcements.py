"""What teams' channels and administrators are told about areas."""

from slackapp.language import Language
from slackapp.language.shortening import one_line, shorten
from slackapp.queries.areas import Adrift, AreaFilter, Leaderless, Moved, WantedAreas
from slackapp.views import blocks, rich
from slackapp.views.areas.listing import written
from slackapp.views.areas.rounds import NAME_SHOWN
from slackapp.views.blocks import Block
from slackapp.views.message import Content


def adrift(shown: Adrift, _: Language) -> Content:
    head = rich.line("Of {team} these have no owner who confirmed them:", _, team=rich.bold(shown.team))
    names = [rich.words(shorten(one_line(name), NAME_SHOWN)) for name in shown.names]
    left = shown.total - len(shown.names)
    rest = [blocks.context(_.many("and {n} more", "and {n} more", left))] if left > 0 else []
    choose = blocks.button("area.list", _("Show them"), written(WantedAreas(AreaFilter.ADRIFT, shown.team_id)))
    body = (rich.block(head), rich.bullets(names), *rest, blocks.actions(choose))
    return Content(rich.plain(head, *names), body)


def leaderless(shown: Leaderless, _: Language) -> Content:
    line = rich.line(
        "{person}, who led {team}, is no member here any more. The team owns {areas}, and questions about them come "
        "to you until it has another lead.",
        _,
        person=rich.bold(shown.lead),
        team=rich.bold(shown.team),
        areas=_.many("{n} area", "{n} areas", shown.areas),
    )
    return Content(rich.plain(line), (rich.block(line), blocks.actions(choose_lead(shown, _))))


def choose_lead(shown: Leaderless, _: Language) -> Block:
    return blocks.button("teams.edit", _("Choose another lead"), str(shown.team_id))


def moved(shown: Moved, _: Language) -> Content:
    line = rich.line(
        "{by} moved {areas} from {old} to {new}. Each owner is asked whether it is still theirs.",
        _,
        by=shown.by,
        areas=_.many("{n} area", "{n} areas", shown.count),
        old=rich.bold(shown.from_team),
        new=rich.bold(shown.to_team),
    )
    return Content(rich.plain(line), (rich.block(line),))

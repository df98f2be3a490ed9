"""What a lead is told when the team's channel is no home any more (ADM-3)."""

from slackapp.language import Language
from slackapp.queries import team_homes
from slackapp.queries.team_homes import Homeless, Trouble
from slackapp.views import blocks, rich
from slackapp.views.message import Content, MessageKind
from slackapp.views.rich import Line


def told(shown: Homeless, _: Language) -> Content:
    line = _line(shown, _)
    choose = blocks.button("teams.edit", _("Choose another channel"), str(shown.team.id))
    return Content(rich.plain(line), (rich.block(line), blocks.actions(choose)))


def _line(shown: Homeless, _: Language) -> Line:
    team, channel = rich.bold(shown.team.name), f"#{shown.channel}"
    match shown.trouble:
        case Trouble.ARCHIVED:
            return rich.line(
                "{channel}, the channel of {team}, was archived. "
                "Requests to the team cannot be shown until it is opened again or the team has another channel.",
                _,
                channel=channel,
                team=team,
            )
        case Trouble.NO_APP:
            return rich.line(
                "Afspraak was removed from {channel}, the channel of {team}. "
                "Requests to the team cannot be shown until you invite it again or choose another channel.",
                _,
                channel=channel,
                team=team,
            )
        case Trouble.GONE:
            return rich.line(
                "The channel of {team} is gone. Requests to the team cannot be shown until you choose another channel.",
                _,
                team=team,
            )


MESSAGES = {"teams.homeless": MessageKind(team_homes.homeless, told)}

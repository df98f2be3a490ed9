"""The teams and channels that a decision concerns: where it is shown, and who may see it."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp.errors import InvalidInput
from slackapp.ids import ChannelId
from slackapp.models.decision_texts import Proposal
from slackapp.models.decisions import Decision, DecisionConcern
from slackapp.models.people import Channel
from slackapp.models.teams import Team
from slackapp.permissions.viewer import Viewer
from slackapp.queries import team_homes, teams
from slackapp.queries.team_homes import Trouble


@dataclass(frozen=True)
class Concerned:
    """What was chosen: a channel in which a team lives means the team."""

    team_ids: tuple[int, ...]
    channels: tuple[ChannelId, ...]


def checked(session: Session, said: Proposal, who: Viewer) -> Concerned:
    """At least one team or channel, each of which can be reached and is known to whoever chose it."""
    for channel_id in said.channels:
        _check_channel(session, channel_id, who)
    homes = {channel_id: teams.by_channel(session, who.workspace_id, channel_id) for channel_id in said.channels}
    chosen = [*_existing(session, said, who), *(team.id for team in homes.values() if team)]
    concerned = Concerned(
        tuple(dict.fromkeys(chosen)), tuple(dict.fromkeys(each for each, team in homes.items() if team is None))
    )
    if not concerned.team_ids and not concerned.channels:
        raise InvalidInput("teams", "Choose at least one team or channel that it concerns: there it is shown.")
    return concerned


def keep(session: Session, decision: Decision, concerned: Concerned) -> None:
    """Remember them, the teams first."""
    named = {"workspace_id": decision.workspace_id, "decision_id": decision.id}
    session.add_all(DecisionConcern(**named, team_id=team_id) for team_id in concerned.team_ids)
    session.add_all(DecisionConcern(**named, channel_id=channel_id) for channel_id in concerned.channels)
    session.flush()


def _existing(session: Session, said: Proposal, who: Viewer) -> list[int]:
    found = select(Team).where(
        Team.workspace_id == who.workspace_id, Team.id.in_(said.team_ids), Team.is_archived.is_(False)
    )
    there = {team.id: team for team in session.scalars(found)}
    if set(said.team_ids) - set(there):
        raise InvalidInput("teams", "Choose teams that still exist.")
    for team in there.values():
        if team_homes.trouble(session.get(Channel, (who.workspace_id, team.home_channel))):
            raise InvalidInput(
                "teams", "{team} cannot be reached in its channel at the moment. Ask its lead.", team=team.name
            )
    return list(said.team_ids)


def _check_channel(session: Session, channel_id: ChannelId, who: Viewer) -> None:
    channel = session.get(Channel, (who.workspace_id, channel_id))
    if channel is None or (channel.is_private and channel_id not in who.channel_ids):
        raise InvalidInput(
            "channels", "Afspraak is not in one of these channels. Type /invite @Afspraak there, then send again."
        )
    match team_homes.trouble(channel):
        case Trouble.ARCHIVED:
            raise InvalidInput("channels", "#{channel} is archived. Choose another.", channel=channel.name)
        case Trouble.NO_APP:
            raise InvalidInput(
                "channels",
                "Afspraak is not in #{channel}. Type /invite @Afspraak there, then send again.",
                channel=channel.name,
            )

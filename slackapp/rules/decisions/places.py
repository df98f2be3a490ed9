"""Where the cards of a decision stand, and keeping them true there (DEC-3)."""

from collections.abc import Iterable

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from slackapp import cards, outbox
from slackapp.ids import ChannelId, UserId
from slackapp.models.decisions import Decision, DecisionConcern, DecisionVoice
from slackapp.models.teams import Team
from slackapp.permissions import decisions as permissions


def places(session: Session, decision: Decision) -> list[ChannelId]:
    """The concerned channels, and the home channels of the concerned teams, each once."""
    place = func.coalesce(DecisionConcern.channel_id, Team.home_channel)
    found = (
        select(place)
        .select_from(DecisionConcern)
        .join(Team, Team.id == DecisionConcern.team_id, isouter=True)
        .where(DecisionConcern.workspace_id == decision.workspace_id, DecisionConcern.decision_id == decision.id)
    )
    return list(dict.fromkeys(session.scalars(found.order_by(DecisionConcern.id))))


def show_cards(session: Session, decision: Decision) -> None:
    """Have the card stand in every concerned channel and be true."""
    for place in places(session, decision):
        outbox.show(session, decision.workspace_id, cards.decision(decision.id, place))


def show_prompts(session: Session, decision: Decision, people: Iterable[UserId]) -> None:
    """Have the prompt stand in these people's direct messages and be true; it is posted once to each."""
    for person in dict.fromkeys(people):
        outbox.show(session, decision.workspace_id, cards.decision_prompt(decision.id, person))


def asked(session: Session, decision: Decision) -> list[UserId]:
    """Everybody who has a prompt: who decides, and the people consulted."""
    voices = select(DecisionVoice.user_id).where(
        DecisionVoice.workspace_id == decision.workspace_id, DecisionVoice.decision_id == decision.id
    )
    decider = permissions.acting_decider(session, decision)
    return [decider, *(each for each in session.scalars(voices.order_by(DecisionVoice.user_id)) if each != decider)]

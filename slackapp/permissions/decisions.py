"""Who may see a decision, and whose step it is (DEC-2, DEC-4, principle 5)."""

from sqlalchemy import ColumnElement, Select, and_, exists, or_, select
from sqlalchemy.orm import Session

from slackapp.ids import UserId, WorkspaceId
from slackapp.models.decision_life import LIFE, DecisionSide, DecisionVerb
from slackapp.models.decisions import Decision, DecisionConcern, DecisionVoice
from slackapp.models.people import Channel, Person
from slackapp.models.teams import Team
from slackapp.permissions.viewer import Viewer


def visible_to(viewer: Viewer) -> ColumnElement[bool]:
    """The decisions that somebody may see; part of every query that reads them.

    Those that one wrote, moves, decides or is consulted on; and for a full member those that concern a public channel
    or a private one that they are in. One that concerns both kinds is public. An administrator sees no more.
    """
    consulted = exists().where(DecisionVoice.decision_id == Decision.id, DecisionVoice.user_id == viewer.user_id)
    personal = [
        Decision.author_id == viewer.user_id,
        Decision.driver_id == viewer.user_id,
        Decision.decider_id == viewer.user_id,
        consulted,
    ]
    shared = [_concerns_what_they_read(viewer)] if viewer.is_member else []
    return and_(Decision.workspace_id == viewer.workspace_id, or_(*personal, *shared))


def may_see(session: Session, decision: Decision, viewer: Viewer) -> bool:
    """The same for one decision."""
    seen = select(Decision.id).where(Decision.id == decision.id, visible_to(viewer))
    return session.scalar(seen) is not None


def may_propose(viewer: Viewer) -> bool:
    """Every full member; a guest answers only what they are asked."""
    return viewer.is_member


def may_take(session: Session, decision: Decision, viewer: Viewer, verb: DecisionVerb) -> bool:
    """Whether a step is theirs, whatever state the decision is in."""
    return LIFE[verb].side in sides(session, decision, viewer)


def verbs(session: Session, decision: Decision, viewer: Viewer) -> frozenset[DecisionVerb]:
    """Everything that they can do with the decision as it is now."""
    theirs = sides(session, decision, viewer)
    return frozenset(verb for verb, step in LIFE.items() if step.side in theirs and decision.state in step.states)


def sides(session: Session, decision: Decision, viewer: Viewer) -> frozenset[DecisionSide]:
    """On whose side somebody stands."""
    found = set()
    if viewer.user_id in (decision.driver_id, decision.decider_id):
        found.add(DecisionSide.MOVERS)
    if viewer.user_id == acting_decider(session, decision):
        found.add(DecisionSide.DECIDER)
    if _is_asked(session, decision, viewer):
        found.add(DecisionSide.CONSULTED)
    if viewer.is_member and viewer.team_ids & _teams(session, decision):
        found.add(DecisionSide.TEAMS)
    return frozenset(found)


def acting_decider(session: Session, decision: Decision) -> UserId:
    """The decider; the driver where the decider's account is gone, so that nothing is stuck for ever."""
    is_gone = _is_gone(session, decision.workspace_id, decision.decider_id)
    return decision.driver_id if is_gone else decision.decider_id


def readable_channels(viewer: Viewer) -> Select[str]:
    """The channels whose content somebody may read; one that Slack has not told us about does not count as public."""
    return select(Channel.channel_id).where(
        Channel.workspace_id == viewer.workspace_id,
        or_(Channel.is_private.is_(False), Channel.channel_id.in_(viewer.channel_ids)),
    )


def _concerns_what_they_read(viewer: Viewer) -> ColumnElement[bool]:
    # Asked for each decision by itself, so that a rare word does not have to look through all of them.
    channels = readable_channels(viewer)
    teams = select(Team.id).where(Team.workspace_id == viewer.workspace_id, Team.home_channel.in_(channels))
    return exists().where(
        DecisionConcern.decision_id == Decision.id,
        DecisionConcern.workspace_id == viewer.workspace_id,
        or_(DecisionConcern.team_id.in_(teams), DecisionConcern.channel_id.in_(channels)),
    )


def _is_asked(session: Session, decision: Decision, viewer: Viewer) -> bool:
    voice = select(DecisionVoice.user_id).where(
        DecisionVoice.workspace_id == decision.workspace_id,
        DecisionVoice.decision_id == decision.id,
        DecisionVoice.user_id == viewer.user_id,
        DecisionVoice.stand_in_id.is_(None),
    )
    return session.scalar(voice) is not None


def _teams(session: Session, decision: Decision) -> frozenset[int]:
    concerned = select(DecisionConcern.team_id).where(
        DecisionConcern.workspace_id == decision.workspace_id, DecisionConcern.decision_id == decision.id
    )
    return frozenset(team_id for team_id in session.scalars(concerned) if team_id is not None)


def _is_gone(session: Session, workspace_id: WorkspaceId, user_id: UserId) -> bool:
    person = session.get(Person, (workspace_id, user_id))
    return person is not None and person.is_deactivated

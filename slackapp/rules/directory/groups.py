"""User groups and who is in them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from slackapp.ids import GroupId, UserId, WorkspaceId
from slackapp.models.people import UserGroup, UserGroupMember
from slackapp.models.teams import Team
from slackapp.rules import area_news
from slackapp.rules.directory import upserts


@dataclass(frozen=True)
class Group:
    """A user group as Slack told of it; `members` is None where it did not say who is in it."""

    group_id: GroupId
    handle: str
    name: str
    is_disabled: bool = False
    members: frozenset[UserId] | None = None


def know(session: Session, workspace_id: WorkspaceId, groups: Sequence[Group]) -> None:
    """Keep what Slack told of these groups and, where it said so, who exactly is in them."""
    upserts.keep(
        session,
        UserGroup,
        [
            {
                "workspace_id": workspace_id,
                "group_id": group.group_id,
                "handle": group.handle[:255] or group.group_id,
                "name": group.name[:255] or group.group_id,
                "is_disabled": group.is_disabled,
            }
            for group in groups
        ],
    )
    for group in groups:
        if group.members is not None:
            _set_members(session, workspace_id, group.group_id, group.members)


def change_members(
    session: Session,
    workspace_id: WorkspaceId,
    group_id: GroupId,
    *,
    added: Collection[UserId],
    removed: Collection[UserId],
) -> None:
    """Some came and some went."""
    gone = delete(UserGroupMember).where(
        UserGroupMember.workspace_id == workspace_id,
        UserGroupMember.group_id == group_id,
        UserGroupMember.user_id.in_(removed),
    )
    session.execute(gone)
    about = {"workspace_id": workspace_id, "group_id": group_id}
    upserts.add(session, UserGroupMember, [{**about, "user_id": user_id} for user_id in added])
    if added or removed:
        _tell_teams(session, workspace_id, group_id)


def _tell_teams(session: Session, workspace_id: WorkspaceId, group_id: GroupId) -> None:
    theirs = select(Team.id).where(Team.workspace_id == workspace_id, Team.group_id == group_id)
    for team_id in session.scalars(theirs).all():
        area_news.after_team_changed(session, workspace_id, team_id)


def _set_members(session: Session, workspace_id: WorkspaceId, group_id: GroupId, members: frozenset[UserId]) -> None:
    known = select(UserGroupMember.user_id).where(
        UserGroupMember.workspace_id == workspace_id, UserGroupMember.group_id == group_id
    )
    before = set(session.scalars(known))
    change_members(session, workspace_id, group_id, added=members - before, removed=before - members)

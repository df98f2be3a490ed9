"""People as Slack knows them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from operator import attrgetter
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp.ids import UserId, WorkspaceId
from slackapp.models.people import Person
from slackapp.models.workspaces import Workspace
from slackapp.rules import absences, area_news, checkin_news
from slackapp.rules.directory import upserts


@dataclass(frozen=True)
class Account:
    """Somebody as Slack told of them; None where it did not say, as with apps and with strangers."""

    user_id: UserId
    name: str
    real_name: str | None = None
    email: str | None = None
    tz: str | None = None
    locale: str | None = None
    is_admin: bool = False
    is_guest: bool = False
    is_stranger: bool | None = False
    """None where it was not said where they belong: somebody new is a stranger until it is."""
    is_bot: bool = False
    is_deactivated: bool = False
    status_emoji: str = ""
    status_until: datetime | None = None
    """When the status ends by itself; None where it has no end."""

    @property
    def is_gone(self) -> bool:
        """Whether they cannot answer for anything here, perhaps any more."""
        return self.is_deactivated or self.is_guest or bool(self.is_stranger)

    @property
    def unsaid(self) -> list[str]:
        """What stays as it was known before."""
        told = ("real_name", "email", "tz", "locale", "is_stranger")
        return [name for name in told if getattr(self, name) is None]


def know(session: Session, workspace_id: WorkspaceId, accounts: Sequence[Account]) -> None:
    """Keep what Slack told of these people (ADM-3); nobody is ever forgotten here."""
    workspace, moved = session.get_one(Workspace, workspace_id), _moved(session, workspace_id, accounts)
    by_unsaid = sorted({each.user_id: each for each in accounts}.values(), key=attrgetter("unsaid"))
    for unsaid, some in groupby(by_unsaid, key=attrgetter("unsaid")):
        upserts.keep(session, Person, [_row(each, workspace) for each in some], but=unsaid)
    rested = absences.by_status(session, workspace_id)
    for each in (each for each in accounts if each.status_emoji in absences.VACATION or each.user_id in rested):
        absences.follow_status(session, workspace_id, each.user_id, emoji=each.status_emoji, until=each.status_until)
    gone = {each.user_id for each in accounts if each.is_gone}
    if gone:
        area_news.after_people_changed(session, workspace_id)
        checkin_news.after_people_left(session, workspace_id, gone)
    checkin_news.after_people_moved(session, workspace_id, moved)


def _moved(session: Session, workspace_id: WorkspaceId, accounts: Sequence[Account]) -> dict[UserId, str]:
    """The new zones of those who lived in another one so far."""
    told = {each.user_id: each.tz for each in accounts if each.tz}
    known = select(Person.user_id, Person.tz).where(Person.workspace_id == workspace_id)
    if len(told) <= upserts.ROWS:
        known = known.where(Person.user_id.in_(told))
    zones = {user_id: tz for user_id, tz in session.execute(known)}  # noqa: C416 - rows, for mypy
    return {user_id: tz for user_id, tz in told.items() if zones.get(user_id, tz) != tz}


def _row(account: Account, workspace: Workspace) -> dict[str, Any]:
    return {
        "workspace_id": workspace.id,
        "user_id": account.user_id,
        "name": account.name[:255],
        "real_name": account.real_name and account.real_name[:255],
        "email": account.email and account.email[:255],
        "tz": account.tz or workspace.tz,
        "locale": account.locale or workspace.locale,
        "is_admin": account.is_admin,
        "is_guest": account.is_guest,
        "is_stranger": account.is_stranger is not False,
        "is_bot": account.is_bot,
        "is_deactivated": account.is_deactivated,
    }

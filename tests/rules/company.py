"""A small organisation in the database, for tests of rules and queries that need no Slack."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy.orm import Session

from slackapp.database import Database
from slackapp.ids import Actor, ChannelId, GroupId, SlackTeamId, UserId, WorkspaceId
from slackapp.models.terms import Terms
from slackapp.models.workspaces import Workspace
from slackapp.queries.teams import TeamRecord
from slackapp.rules import teams
from slackapp.rules.directory import channels, groups, members, people
from slackapp.rules.directory.channels import Conversation
from slackapp.rules.directory.groups import Group
from slackapp.rules.directory.people import Account

P = ParamSpec("P")
R = TypeVar("R")

BOT = UserId("UBOT")


@dataclass(frozen=True)
class Company:
    """One workspace. `do` calls a rule and `ask` a query; ids are made of names."""

    database: Database
    id: WorkspaceId

    @classmethod
    def founded(cls, database: Database, slack_id: str = "T1") -> "Company":
        return cls(database, database.run_now(_founded, SlackTeamId(slack_id)))

    def do(self, rule: Callable[Concatenate[Session, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        return self.database.run_now(rule, *args, **kwargs)

    def ask(self, query: Callable[Concatenate[Session, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        return self.database.read_now(query, *args, **kwargs)

    def person(self, name: str, **traits: Any) -> Actor:
        account = Account(UserId(f"U{name.upper()}"), name, **{"tz": "Europe/Amsterdam", "locale": "en-GB"} | traits)
        self.do(people.know, self.id, [account])
        return Actor(self.id, account.user_id)

    def channel(self, name: str, *inside: Actor, **traits: Any) -> ChannelId:
        known = Conversation(ChannelId(f"C{name.upper()}"), name, **{"has_app": True} | traits)
        self.do(channels.know, self.id, [known])
        if known.is_private:
            self.do(members.know, self.id, known.channel_id, {each.user_id for each in inside})
        return known.channel_id

    def group(self, handle: str, *inside: Actor) -> GroupId:
        group = Group(GroupId(f"S{handle.upper()}"), handle, handle, members=frozenset(each.user_id for each in inside))
        self.do(groups.know, self.id, [group])
        return group.group_id

    def team(self, name: str, lead: Actor, **terms: Any) -> int:
        home = terms.pop("home_channel", None) or self.channel(name.lower())
        return self.do(teams.create, replace(self.terms(name, lead, home), **terms), by=lead)

    def terms(self, name: str, lead: Actor, home: ChannelId) -> Terms:
        return Terms(name=name, lead_id=lead.user_id, home_channel=home)


def value(team: TeamRecord) -> Terms:
    """The terms of a team as they would be sent again."""
    return Terms(name=team.name, lead_id=team.lead_id, home_channel=team.home_channel, group_id=team.group_id)


def _founded(session: Session, slack_id: SlackTeamId) -> WorkspaceId:
    workspace = Workspace(
        slack_id=slack_id, name="Acme", url="", bot_user_id=BOT, locale="en-GB", tz="Europe/Amsterdam"
    )
    session.add(workspace)
    session.flush()
    return workspace.id

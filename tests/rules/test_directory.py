"""What Slack tells may come twice and in any order; what it does not say stays as it was (ADM-3)."""

from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp import outbox
from slackapp.cards import CardAt
from slackapp.clock import MovableClock
from slackapp.ids import ChannelId, GroupId, UserId, WorkspaceId
from slackapp.models.outbox import Lane, Message, Posting
from slackapp.models.people import Channel, ChannelMember, Person
from slackapp.queries import team_homes, teams
from slackapp.rules.directory import channels, groups, members, moves, people
from slackapp.rules.directory.channels import Conversation
from slackapp.rules.directory.people import Account
from tests.rules.company import Company


def test_a_zone_and_a_language_that_are_not_told_stay_as_they_were(company: Company) -> None:
    who = company.person("Sanne", tz="Asia/Tokyo", locale="nl-NL")
    company.do(people.know, company.id, [Account(who.user_id, "Sanne de Vries")])
    person = company.ask(_person, company.id, who.user_id)
    assert (person.name, person.tz, person.locale) == ("Sanne de Vries", "Asia/Tokyo", "nl-NL")


def test_somebody_new_without_a_zone_gets_that_of_the_workspace(company: Company) -> None:
    company.do(people.know, company.id, [Account(UserId("U1"), "Robot", is_bot=True)])
    assert company.ask(_person, company.id, UserId("U1")).tz == "Europe/Amsterdam"


def test_ten_thousand_people_are_kept_and_changed(company: Company) -> None:
    everybody = [Account(UserId(f"U{n}"), "x" * 300, tz="Etc/UTC", locale="en") for n in range(10_000)]
    company.do(people.know, company.id, everybody)
    company.do(people.know, company.id, everybody)
    assert len(company.ask(_all_people)) == 10_000


def test_members_of_a_group_are_exactly_those_that_were_told(company: Company) -> None:
    sanne, jan, ana = (company.person(name) for name in ("Sanne", "Jan", "Ana"))
    group = company.group("design", sanne, jan)
    team = company.ask(teams.find, company.id, company.team("Design", sanne, group_id=group))
    company.group("design", sanne, ana)
    assert company.ask(teams.members, team) == {sanne.user_id, ana.user_id}
    for _ in range(2):
        company.do(groups.change_members, company.id, group, added=[jan.user_id], removed=[ana.user_id])
    assert company.ask(teams.members, team) == {sanne.user_id, jan.user_id}


def test_only_the_people_of_private_channels_are_followed(company: Company) -> None:
    public, private = company.channel("open"), company.channel("closed", is_private=True)
    for channel in (public, private):
        company.do(members.join, company.id, channel, UserId("UJAN"))
        company.do(members.join, company.id, channel, UserId("UJAN"))
    assert company.ask(_inside, company.id) == [(private, "UJAN")]


def test_nobody_counts_as_inside_once_the_app_was_removed(company: Company) -> None:
    jan = company.person("Jan")
    private = company.channel("closed", jan, is_private=True)
    company.do(channels.take_app_out, company.id, private)
    assert company.ask(_inside, company.id) == []


def test_a_late_word_of_a_channels_beginning_changes_nothing(company: Company) -> None:
    channel = company.channel("design", has_app=True)
    company.do(channels.begin, company.id, Conversation(channel, "dezign"))
    found = company.ask(_channel, company.id, channel)
    assert (found.name, found.has_app) == ("design", True)


def test_the_lead_is_told_once_that_the_home_is_archived(company: Company, clock: MovableClock) -> None:
    design = company.team("Design", company.person("Sanne"))
    for _ in range(2):
        company.do(channels.archive, company.id, ChannelId("CDESIGN"), is_archived=True)
        clock.move(timedelta(days=1))
    assert company.ask(_said) == [("USANNE", "teams.homeless", {"team_id": design})]


def test_a_channel_that_is_archived_again_next_year_is_told_again(company: Company, clock: MovableClock) -> None:
    company.team("Design", company.person("Sanne"))
    for is_archived in (True, False, True):
        company.do(channels.archive, company.id, ChannelId("CDESIGN"), is_archived=is_archived)
        clock.move(timedelta(days=365))
    assert len(company.ask(_said)) == 2


def test_a_removal_that_nobody_told_of_is_found_by_the_refresh(company: Company) -> None:
    company.team("Design", company.person("Sanne"))
    company.do(channels.app_is_only_in, company.id, {ChannelId("COTHER")})
    assert [kind for _, kind, _ in company.ask(_said)] == ["teams.homeless"]


def test_nothing_is_told_once_the_team_has_a_home_again(company: Company) -> None:
    design = company.team("Design", company.person("Sanne"))
    company.do(channels.archive, company.id, ChannelId("CDESIGN"), is_archived=True)
    assert company.ask(team_homes.homeless, company.id, {"team_id": design})
    company.do(channels.archive, company.id, ChannelId("CDESIGN"), is_archived=False)
    assert company.ask(team_homes.homeless, company.id, {"team_id": design}) is None


def test_a_lead_whose_account_is_gone_is_told_nothing(company: Company) -> None:
    sanne = company.person("Sanne")
    company.team("Design", sanne)
    company.do(people.know, company.id, [Account(sanne.user_id, "Sanne", is_deactivated=True)])
    company.do(channels.archive, company.id, ChannelId("CDESIGN"), is_archived=True)
    assert company.ask(_said) == []


def test_team_people_and_cards_follow_a_channel_to_its_new_id(company: Company) -> None:
    sanne = company.person("Sanne")
    old, new = company.channel("design", sanne, is_private=True), ChannelId("CNEW")
    design = company.team("Design", sanne, home_channel=old)
    company.do(_post, company.id, old)
    for _ in range(2):
        company.do(moves.move, company.id, old, new)
    assert company.ask(teams.find, company.id, design).home_channel == new
    assert company.ask(_inside, company.id) == [(new, "USANNE")]
    assert company.ask(_cards) == [(new, CardAt(new, "requests.card", {"request_id": 1}).key)]


def test_an_old_and_a_new_id_become_one_channel(company: Company) -> None:
    sanne, jan = company.person("Sanne"), company.person("Jan")
    old = company.channel("old", sanne, jan, is_private=True)
    new = company.channel("new", sanne, is_private=True)
    company.do(moves.move, company.id, old, new)
    assert company.ask(_inside, company.id) == [(new, "UJAN"), (new, "USANNE")]


def test_an_empty_word_of_groups_is_no_trouble(company: Company) -> None:
    company.do(groups.know, company.id, [])
    company.do(groups.change_members, company.id, GroupId("S1"), added=[], removed=[])
    assert company.ask(_all_people) == []


def _person(session: Session, workspace_id: WorkspaceId, user_id: UserId) -> Person:
    return session.get_one(Person, (workspace_id, user_id))


def _all_people(session: Session) -> list[Person]:
    return list(session.scalars(select(Person)))


def _channel(session: Session, workspace_id: WorkspaceId, channel_id: ChannelId) -> Channel:
    return session.get_one(Channel, (workspace_id, channel_id))


def _inside(session: Session, workspace_id: WorkspaceId) -> list[tuple[str, str]]:
    rows = session.scalars(select(ChannelMember).where(ChannelMember.workspace_id == workspace_id))
    return sorted((row.channel_id, row.user_id) for row in rows)


def _said(session: Session) -> list[tuple[str, str, dict[str, object]]]:
    found = session.execute(select(Lane.channel, Message.kind, Message.refs).join(Lane, Lane.id == Message.lane_id))
    return [(channel, kind, refs) for channel, kind, refs in found]


def _post(session: Session, workspace_id: WorkspaceId, channel: ChannelId) -> None:
    outbox.show(session, workspace_id, CardAt(channel, "requests.card", {"request_id": 1}))
    card = CardAt(channel, "requests.card", {"request_id": 1}).key
    session.add(Posting(workspace_id=workspace_id, card=card, channel_id=channel, ts="1.1"))


def _cards(session: Session) -> list[tuple[str, str]]:
    return [(posting.channel_id, posting.card) for posting in session.scalars(select(Posting))]

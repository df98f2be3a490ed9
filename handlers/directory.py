"""Who and what there is in Slack changes all the time; here the app follows (ADM-3)."""

import structlog

from slackapp.ids import ChannelId
from slackapp.queries import workspaces
from slackapp.rules import workspaces as rules
from slackapp.rules.directory import channels, groups, members, moves, people
from slackapp.slack import directory, fields, records
from slackapp.slack.calls import Event
from slackapp.slack.listeners import event

log = structlog.get_logger()


@event("team_join")
@event("user_change")
async def person_changed(call: Event) -> None:
    ours = await call.read(workspaces.slack_id_of, call.actor.workspace_id)
    account = records.account(fields.record(call.event.get("user")), ours)
    await call.run(people.know, call.actor.workspace_id, [account])


@event("channel_created")
async def channel_created(call: Event) -> None:
    created = records.conversation(fields.record(call.event.get("channel")), has_app=False)
    await call.run(channels.begin, call.actor.workspace_id, created)


@event("channel_rename")
@event("group_rename")
async def channel_renamed(call: Event) -> None:
    renamed = records.conversation(fields.record(call.event.get("channel")), has_app=False)
    await call.run(channels.rename, call.actor.workspace_id, renamed.channel_id, renamed.name)


@event("channel_archive")
@event("group_archive")
async def channel_archived(call: Event) -> None:
    await call.run(channels.archive, call.actor.workspace_id, _channel(call), is_archived=True)


@event("channel_unarchive")
@event("group_unarchive")
async def channel_unarchived(call: Event) -> None:
    await call.run(channels.archive, call.actor.workspace_id, _channel(call), is_archived=False)


@event("channel_deleted")
@event("group_deleted")
async def channel_deleted(call: Event) -> None:
    await call.run(channels.delete, call.actor.workspace_id, _channel(call))


@event("channel_id_changed")
async def channel_moved(call: Event) -> None:
    old, new = (records.channel_id(call.event.get(name)) for name in ("old_channel_id", "new_channel_id"))
    await call.run(moves.move, call.actor.workspace_id, old, new)


@event("channel_shared")
async def channel_shared(call: Event) -> None:
    await call.run(channels.share, call.actor.workspace_id, _channel(call), is_shared=True)


@event("channel_unshared")
async def channel_unshared(call: Event) -> None:
    still = fields.flag(call.event.get("is_ext_shared"))
    await call.run(channels.share, call.actor.workspace_id, _channel(call), is_shared=still)


@event("member_joined_channel")
async def somebody_joined(call: Event) -> None:
    workspace_id, who = call.actor.workspace_id, records.user_id(call.event.get("user"))
    if await call.read(workspaces.is_app, workspace_id, who):
        await _app_joined(call)
    else:
        await call.run(members.join, workspace_id, _channel(call), who)


@event("member_left_channel")
async def somebody_left(call: Event) -> None:
    workspace_id, who = call.actor.workspace_id, records.user_id(call.event.get("user"))
    if await call.read(workspaces.is_app, workspace_id, who):
        await app_left(call)
    else:
        await call.run(members.leave, workspace_id, _channel(call), who)


@event("channel_left")
@event("group_left")
async def app_left(call: Event) -> None:
    await call.run(channels.take_app_out, call.actor.workspace_id, _channel(call))


@event("subteam_created")
@event("subteam_updated")
async def group_changed(call: Event) -> None:
    await call.run(groups.know, call.actor.workspace_id, [records.group(fields.record(call.event.get("subteam")))])


@event("subteam_members_changed")
async def group_members_changed(call: Event) -> None:
    added, removed = (records.user_ids(call.event.get(name)) for name in ("added_users", "removed_users"))
    group_id = records.group_id(call.event.get("subteam_id"))
    await call.run(groups.change_members, call.actor.workspace_id, group_id, added=added, removed=removed)


@event("team_rename")
async def workspace_renamed(call: Event) -> None:
    await call.run(rules.rename, call.actor.workspace_id, fields.text(call.event.get("name")))


@event("app_uninstalled")
@event("tokens_revoked")
async def app_removed(call: Event) -> None:
    # The deliverer stops by itself at the first refused call and goes on after a new installation.
    log.warning("the app was removed", workspace=call.actor.workspace_id, kind=call.event["type"])


async def _app_joined(call: Event) -> None:
    # Asked before anything is stored: if Slack does not answer, the event comes again.
    where = _channel(call)
    conversation = await directory.conversation(call.client, where)
    matters = conversation.is_private or await call.read(members.is_followed, call.actor.workspace_id, where)
    inside = await directory.inside(call.client, where) if matters else None
    await call.run(channels.let_app_in, call.actor.workspace_id, conversation, inside)


def _channel(call: Event) -> ChannelId:
    return records.channel_id(call.event.get("channel"))

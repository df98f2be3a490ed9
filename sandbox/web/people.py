"""Methods about people and user groups."""

from sandbox.payload import Payload
from sandbox.people import Person
from sandbox.refusal import Refused
from sandbox.web.call import Call
from sandbox.web.methods import method
from sandbox.web.paging import page

EMAIL = "users:read.email"


@method("users.list", "users:read")
async def users_list(call: Call) -> Payload:
    if call.sandbox.noise:
        call.sandbox.noise.populate(call.workspace)
    people, more = page(call, list(call.workspace.people.values()), default=1000)
    return {"members": [_user(call, person) for person in people], **more}


@method("users.info", "users:read")
async def users_info(call: Call) -> Payload:
    return {"user": _user(call, call.user())}


def _user(call: Call, person: Person) -> Payload:
    sees_email = call.workspace.installation.may(EMAIL)
    locale, now = call.flag("include_locale"), call.sandbox.clock.now()
    return person.as_user(at=now, with_locale=locale, with_email=sees_email)


@method("usergroups.list", "usergroups:read")
async def usergroups_list(call: Call) -> Payload:
    with_users, with_disabled = call.flag("include_users"), call.flag("include_disabled")
    groups = [g for g in call.workspace.groups.values() if with_disabled or not g.disabled]
    return {"usergroups": [group.as_usergroup(with_users=with_users) for group in groups]}


@method("usergroups.users.list", "usergroups:read")
async def usergroups_users_list(call: Call) -> Payload:
    wanted = call.text("usergroup")
    group = next((g for g in call.workspace.groups.values() if g.id == wanted), None)
    if group is None:
        raise Refused("no_such_subteam")
    return {"users": list(group.members)}

"""The first hour: each lead makes the team, with the form that everybody uses."""

from demo.forms import send
from demo.organisation import Organisation, Plan
from sandbox import Sandbox


async def make_teams(sandbox: Sandbox, organisation: Organisation) -> None:
    """Make them all. Refused when the app does not take one."""
    for plan in organisation.plans:
        await _make_team(sandbox, plan)


async def _make_team(sandbox: Sandbox, plan: Plan) -> None:
    lead, *others = plan.people
    visitor = sandbox.visitor(lead)
    await visitor.types(plan.channel, "/teams new")
    about = {"name": plan.name, "lead": lead, "members": others, "channel": plan.channel, "locale": plan.locale}
    await send(visitor, **about, group=f"@{plan.group.handle}")

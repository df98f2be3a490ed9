"""How a refused step is explained: when it is possible, and who could take it."""

from collections.abc import Mapping

from sqlalchemy.orm import Session

from slackapp.errors import Term
from slackapp.models.area_life import AreaVerb
from slackapp.models.areas import Area
from slackapp.models.teams import Team
from slackapp.queries.people import name_of

ONLY: Mapping[AreaVerb, Term] = {
    AreaVerb.CONFIRM: Term("an owner can confirm it while it is offered to nobody."),
    AreaVerb.DISOWN: Term("an owner can give it up while it is offered to nobody."),
    AreaVerb.OFFER: Term("it is offered to somebody already. Take that back first."),
    AreaVerb.ACCEPT: Term("this offer is over."),
    AreaVerb.REFUSE: Term("this offer is over."),
    AreaVerb.TAKE_BACK: Term("it is offered to nobody."),
    AreaVerb.CLAIM: Term("it has an owner. Ask them to hand it over."),
    AreaVerb.RESTORE: Term("it is in use."),
}
RETIRED = Term("it is retired. Bring it back first.")
OFFERERS = frozenset(
    {
        AreaVerb.DISOWN,
        AreaVerb.SPLIT,
        AreaVerb.MERGE,
        AreaVerb.RETIRE,
        AreaVerb.RESTORE,
        AreaVerb.OFFER,
        AreaVerb.TAKE_BACK,
    }
)


def only(area: Area, verb: AreaVerb) -> Term:
    """When the step is possible."""
    return RETIRED if area.retired_at or verb not in ONLY else ONLY[verb]


def who_can(session: Session, area: Area, verb: AreaVerb) -> Term:
    """Who could take the step."""
    team = session.get_one(Team, area.team_id).name
    owner = name_of(session, area.workspace_id, area.owner_id) if area.owner_id else ""
    if verb in {AreaVerb.CONFIRM, AreaVerb.DISOWN} and owner:
        return Term("{owner}, who owns it,", (("owner", owner),))
    if verb in {AreaVerb.ACCEPT, AreaVerb.REFUSE} and area.offered_to:
        return Term(
            "{person}, to whom it is offered,", (("person", name_of(session, area.workspace_id, area.offered_to)),)
        )
    if owner and verb in OFFERERS:
        return Term("{owner}, who owns it, and the lead of {team}", (("owner", owner), ("team", team)))
    return Term("its owner, its backup and the people of {team}", (("team", team),))

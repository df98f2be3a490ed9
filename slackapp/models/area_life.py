"""The words of ownership: what can be owned, what can be done with it, and what somebody is asked about it."""

from collections.abc import Mapping
from enum import StrEnum

from slackapp.errors import Term


class AreaKind(StrEnum):
    """What an area is."""

    SYSTEM = "system"
    PROCESS = "process"
    DOCUMENT = "document"
    CHANNEL = "channel"
    CUSTOMER = "customer"
    RELATION = "relation"
    """How two teams work together."""


class AreaVerb(StrEnum):
    """What can be done with an area; the name of the rule, the button and the line in the history."""

    ADD = "add"
    EDIT = "edit"
    CONFIRM = "confirm"
    DISOWN = "disown"
    OFFER = "offer"
    ACCEPT = "accept"
    REFUSE = "refuse"
    TAKE_BACK = "take_back"
    EXPIRE = "expire"
    CLAIM = "claim"
    MOVE = "move"
    SPLIT = "split"
    MERGE = "merge"
    RETIRE = "retire"
    RESTORE = "restore"
    LOSE_OWNER = "lose_owner"
    LOSE_BACKUP = "lose_backup"
    LAPSE = "lapse"


class Why(StrEnum):
    """Why somebody is asked about an area."""

    OFFERED = "offered"
    """They may become the owner."""
    NEW = "new"
    """Somebody else registered it with them as the owner."""
    DUE = "due"
    """Its rhythm says so."""
    CHANGED = "changed"
    """It was renamed, split, merged or moved."""
    RETURNED = "returned"
    """What they offered was not taken."""
    CHANNEL_GONE = "channel_gone"
    TEAM_GONE = "team_gone"
    UNOWNED = "unowned"
    """Nobody owns it: they are to find an owner."""
    LEFT = "left"
    """Its owner left the team: the same."""
    UNANSWERED = "unanswered"
    """Its owner does not answer: the same."""
    NO_BACKUP = "no_backup"


class Standing(StrEnum):
    """How sure it is that somebody takes care of an area."""

    CONFIRMED = "confirmed"
    ASKED = "asked"
    """The owner is being asked, or has never confirmed it."""
    OFFERED = "offered"
    UNCONFIRMED = "unconfirmed"
    """Neither the owner nor the lead answered."""
    UNOWNED = "unowned"
    RETIRED = "retired"


class Snag(StrEnum):
    """Why an area could not be confirmed together with others."""

    TEAM_ARCHIVED = "team_archived"
    CHANGED = "changed"
    """Something else happened to it meanwhile."""


STILL_YOURS = frozenset({Why.NEW, Why.DUE, Why.CHANGED, Why.RETURNED, Why.CHANNEL_GONE, Why.TEAM_GONE})
"""The owner is asked whether it is still theirs."""
WHOSE = frozenset({Why.UNOWNED, Why.LEFT, Why.UNANSWERED})
"""Somebody is asked to find an owner."""

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
"""What is said where a step is not possible."""

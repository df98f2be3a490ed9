"""Where a check-in speaks: the prompts, the summary and its thread, and who is told what."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp import cards, outbox
from slackapp.clock import now
from slackapp.ids import Actor, ChannelId, UserId
from slackapp.models.checkin_rounds import CheckinEntry, CheckinRound
from slackapp.models.checkins import Checkin, Role
from slackapp.models.outbox import Posting
from slackapp.models.people import Person
from slackapp.permissions import checkins as permissions
from slackapp.queries.checkins.audience import named
from slackapp.rules.schedules.plans import CHECKIN_GRACE


def show_prompt(session: Session, entry: CheckinEntry) -> None:
    """Have the prompt stand in somebody's direct messages; one that is held up too long never comes (CHK-8)."""
    is_new = entry.asked_at is not None and not is_prompted(session, entry)
    until = entry.asked_at + CHECKIN_GRACE if is_new and entry.asked_at else None
    outbox.show(session, entry.workspace_id, cards.checkin_prompt(entry.round_id, entry.user_id), expires_at=until)


def is_prompted(session: Session, entry: CheckinEntry) -> bool:
    """Whether the prompt reached them."""
    key = cards.checkin_prompt(entry.round_id, entry.user_id).key
    return session.get(Posting, (entry.workspace_id, key)) is not None


def show_summary(session: Session, checkin: Checkin, round_: CheckinRound) -> None:
    """Have the summary stand in its channel, and with each observer, and be true (CHK-3, CHK-5)."""
    observers: list[UserId | ChannelId] = [*_present(session, checkin)] if round_.closed_at else []
    for place in [checkin.channel_id, *observers]:
        outbox.show(session, checkin.workspace_id, cards.checkin_summary(round_.id, place))


def summary_key(checkin: Checkin, round_: CheckinRound) -> str:
    """The card in whose thread the lines of a round go."""
    return cards.checkin_summary(round_.id, checkin.channel_id).key


def say_answered(session: Session, checkin: Checkin, round_: CheckinRound, entry: CheckinEntry) -> None:
    """In live mode: one answer, in the thread of the summary."""
    once, thread = f"checkin.line:{entry.id}", summary_key(checkin, round_)
    to = checkin.channel_id
    outbox.say(session, checkin.workspace_id, to, "checkin.line", once=once, thread=thread, entry=entry.id)


def say_linked(session: Session, checkin: Checkin, round_: CheckinRound, request_id: int) -> None:
    """The thread of the summary is told which request a blocker became."""
    once, thread = f"checkin.linked:{request_id}", summary_key(checkin, round_)
    to = checkin.channel_id
    outbox.say(session, checkin.workspace_id, to, "request.linked", once=once, thread=thread, request=request_id)


def tell_new_owner(session: Session, checkin: Checkin, *, by: Actor) -> None:
    """Somebody is told that a check-in is theirs now."""
    once = f"checkin.owner:{checkin.id}:{checkin.owner_id}:{now(session):%Y%m%dT%H%M%S}"
    to = checkin.owner_id
    outbox.say(session, checkin.workspace_id, to, "checkin.owner", once=once, checkin=checkin.id, by=by.user_id)


def ask_for_owner(session: Session, checkin: Checkin) -> None:
    """The channel of a check-in whose owner has left is asked, once, for a new one (CHK-7)."""
    key = cards.checkin_orphan(checkin.id, checkin.channel_id, checkin.owner_id).key
    is_asked = session.get(Posting, (checkin.workspace_id, key)) is not None
    if permissions.is_orphan(session, checkin) and not is_asked:
        show_orphan(session, checkin, checkin.owner_id)


def show_orphan(session: Session, checkin: Checkin, former: UserId) -> None:
    """Have that question stand there and be true."""
    outbox.show(session, checkin.workspace_id, cards.checkin_orphan(checkin.id, checkin.channel_id, former))


def _present(session: Session, checkin: Checkin) -> list[UserId]:
    observers = select(Person.user_id).where(
        Person.workspace_id == checkin.workspace_id,
        Person.user_id.in_(named(session, checkin, Role.OBSERVER)),
        Person.is_deactivated.is_(False),
    )
    return list(session.scalars(observers.order_by(Person.user_id)))

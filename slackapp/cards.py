"""The cards that stand in Slack and are kept true in place: what each is about, where it stands, and its key."""

from collections.abc import Mapping
from dataclasses import dataclass

from slackapp.ids import ChannelId, UserId

Ref = str | int
To = ChannelId | UserId


@dataclass(frozen=True)
class CardAt:
    """A kind of card about one thing, in a channel or in somebody's direct messages."""

    to: To
    kind: str
    refs: Mapping[str, Ref]

    @property
    def key(self) -> str:
        """The name by which it is known: the same thing in the same channel is the same card."""
        return ":".join([self.kind, *(str(ref) for ref in self.refs.values()), self.to])


def request(request_id: int, place: To) -> CardAt:
    """A request at a place of its own."""
    return CardAt(place, "request.card", {"request": request_id, "place": place})


def blocker(request_id: int, home: ChannelId) -> CardAt:
    """A blocked request, where the team that can lift it lives."""
    return CardAt(home, "request.blocker", {"request": request_id})


def decision(decision_id: int, place: ChannelId) -> CardAt:
    """A decision in a channel that it concerns."""
    return CardAt(place, "decision.card", {"decision": decision_id, "place": place})


def decision_prompt(decision_id: int, person: UserId) -> CardAt:
    """What somebody is asked about a decision."""
    return CardAt(person, "decision.prompt", {"decision": decision_id, "person": person})


def area_round(round_id: int, person: UserId) -> CardAt:
    """What somebody is asked about areas."""
    return CardAt(person, "area.round", {"round": round_id})


def checkin_prompt(round_id: int, person: UserId) -> CardAt:
    """What somebody is asked in a round of a check-in."""
    return CardAt(person, "checkin.prompt", {"round": round_id, "person": person})


def checkin_summary(round_id: int, place: To) -> CardAt:
    """The summary of a round, in its channel or with somebody who reads along."""
    return CardAt(place, "checkin.summary", {"round": round_id, "place": place})


def checkin_orphan(checkin_id: int, channel: ChannelId, former: UserId) -> CardAt:
    """The question who owns a check-in after somebody who has left."""
    return CardAt(channel, "checkin.orphan", {"checkin": checkin_id, "former": former})


def digest_edition(edition_id: int, channel: ChannelId) -> CardAt:
    """An edition of a channel's digest."""
    return CardAt(channel, "digest.edition", {"edition": edition_id})

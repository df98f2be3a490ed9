"""An area to look at, plain and at its worst."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from slackapp.errors import InvalidInput
from slackapp.ids import ChannelId, UserId
from slackapp.models.area_life import Kind, Snag, Standing, Verb, Why
from slackapp.models.area_plans import Change, Fault, Plan
from slackapp.models.area_terms import AreaTerms
from slackapp.queries.areas import (
    Adrift,
    Answer,
    Card,
    Entry,
    Filled,
    Filter,
    Item,
    Leaderless,
    Listed,
    Moved,
    Page,
    Round,
    Told,
    Wanted,
)

NOW = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
HOSTILE = "<!channel> & <@U1> *b* _i_ ~s~ `c`\n> q </x> {title} %s 👩‍👩‍👧‍👦 مرحبا " * 40


def card(**also: Any) -> Card:
    plain = Card(
        id=1,
        name="Payments",
        kind=Kind.SYSTEM,
        standing=Standing.CONFIRMED,
        team_id=1,
        team="Platform",
        is_team_archived=False,
        other_team="",
        owner_id=UserId("U1"),
        owner="jan",
        backup="kim",
        channel_id=ChannelId("C1"),
        description="Everything that customers pay",
        links="https://example.com/payments",
        every_days=90,
        confirmed_at=NOW,
        next_due=date(2027, 2, 22),
        lapsed_at=None,
        offered_to="",
        offered_until=None,
        at=NOW,
    )
    return replace(plain, **also)


def worst(standing: Standing) -> Card:
    """Everything filled in, as long and as hostile as it can be."""
    return card(
        name=HOSTILE[:120],
        kind=Kind.RELATION,
        standing=standing,
        team=HOSTILE[:60],
        other_team=HOSTILE[:60],
        owner=HOSTILE[:255],
        backup=HOSTILE[:255],
        description=HOSTILE[:3000],
        links="https://example.com/" + "x" * 2900,
        offered_to=HOSTILE[:255],
        offered_until=NOW,
        lapsed_at=NOW,
    )


def entry(verb: Verb, text: str = "Because") -> Entry:
    names = ("owner", "former", "to", "split_from", "former_name", "moved_from", "team", "part", "into")
    about = dict.fromkeys(names, text[:120]) if text != "Because" else {"former": "jan", "to": "kim", "part": "Refunds"}
    return Entry(verb, NOW, text[:255] if text != "Because" else "noor", text[:3000], about)


def round_(about: Card, count: int = 1, text: str = "Because") -> Round:
    items = [Item(about, why, is_open=True, snag=None, last=entry(Verb.REFUSE, text)) for why in Why]
    snagged = [replace(items[1], snag=each) for each in Snag]
    settled = Item(about, Why.DUE, is_open=False, snag=None, last=None)
    return Round(1, is_rhythm=False, items=tuple([*items, *snagged, settled] * count), stage=3)


def rhythm(about: Card, count: int) -> Round:
    item = Item(about, Why.DUE, is_open=True, snag=None, last=None)
    return Round(1, is_rhythm=True, items=(item,) * count)


def told(verb: Verb, text: str = "Because") -> Told:
    return Told(1, text[:120] if text != "Because" else "Payments", "Platform", entry(verb, text))


def page(about: Card, text: str = "Because") -> Page:
    return Page(about, frozenset(Verb), tuple(entry(verb, text) for verb in Verb) * 2)


def listed(about: Card, rows: int, **also: Any) -> Listed:
    return Listed(Wanted(Filter.ADRIFT, 1, 1), about.team, (about,) * rows, 200, may_move=True)


def filled(text: str = "Payments") -> Filled:
    terms = AreaTerms(text[:120], Kind.RELATION, 1, UserId("U2"), 2, ChannelId("C1"), text[:3000], text[:3000], 45)
    return Filled(None, terms, UserId("U1"), text[:60], text[:60])


def plan(text: str = "Payments", count: int = 1) -> Plan:
    changed = Change(3, text, is_new=False, fields=("name", "team_id", "links"), offers=True)
    fault = Fault(4, text, InvalidInput("team", "There is no team called {name}.", name=text))
    return Plan((Change(2, text, is_new=True), changed) * count, 7, (fault,) * count)


def answers(about: Card, words: str) -> tuple[Answer, ...]:
    return (Answer(words, about, ()), Answer(words, None, (about,) * 5), Answer(words, None, ()))


def adrift(text: str = "Payments") -> Adrift:
    return Adrift(1, text[:60], (text[:120],) * 10, 14)


def leaderless(text: str = "noor") -> Leaderless:
    return Leaderless(1, text[:60], text[:255], 12)


def moved(text: str = "noor") -> Moved:
    return Moved(text[:60], text[:60], 2, text[:255])

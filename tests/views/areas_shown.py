"""An area to look at, plain and at its worst."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from slackapp.errors import InvalidInput
from slackapp.ids import ChannelId, UserId
from slackapp.models.area_life import AreaKind, AreaVerb, Snag, Standing, Why
from slackapp.models.area_plans import AreaChange, Fault, ImportPlan
from slackapp.models.area_terms import AreaTerms
from slackapp.queries.areas import (
    Adrift,
    AreaCard,
    AreaEntry,
    AreaFilter,
    AreaPage,
    AreaTold,
    AskedAreas,
    FilledArea,
    Item,
    Leaderless,
    ListedAreas,
    Moved,
    OwnerAnswer,
    WantedAreas,
)

NOW = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
HOSTILE = "<!channel> & <@U1> *b* _i_ ~s~ `c`\n> q </x> {title} %s 👩‍👩‍👧‍👦 مرحبا " * 40


def card(**also: Any) -> AreaCard:
    plain = AreaCard(
        id=1,
        name="Payments",
        kind=AreaKind.SYSTEM,
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


def worst(standing: Standing) -> AreaCard:
    """Everything filled in, as long and as hostile as it can be."""
    return card(
        name=HOSTILE[:120],
        kind=AreaKind.RELATION,
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


def entry(verb: AreaVerb, text: str = "Because") -> AreaEntry:
    names = ("owner", "former", "to", "split_from", "former_name", "moved_from", "team", "part", "into")
    about = dict.fromkeys(names, text[:120]) if text != "Because" else {"former": "jan", "to": "kim", "part": "Refunds"}
    return AreaEntry(verb, NOW, text[:255] if text != "Because" else "noor", text[:3000], about)


def round_(about: AreaCard, count: int = 1, text: str = "Because") -> AskedAreas:
    items = [Item(about, why, is_open=True, snag=None, last=entry(AreaVerb.REFUSE, text)) for why in Why]
    snagged = [replace(items[1], snag=each) for each in Snag]
    settled = Item(about, Why.DUE, is_open=False, snag=None, last=None)
    return AskedAreas(1, is_rhythm=False, items=tuple([*items, *snagged, settled] * count), stage=3)


def rhythm(about: AreaCard, count: int) -> AskedAreas:
    item = Item(about, Why.DUE, is_open=True, snag=None, last=None)
    return AskedAreas(1, is_rhythm=True, items=(item,) * count)


def told(verb: AreaVerb, text: str = "Because") -> AreaTold:
    return AreaTold(1, text[:120] if text != "Because" else "Payments", "Platform", entry(verb, text))


def page(about: AreaCard, text: str = "Because") -> AreaPage:
    return AreaPage(about, frozenset(AreaVerb), tuple(entry(verb, text) for verb in AreaVerb) * 2)


def listed(about: AreaCard, rows: int, **also: Any) -> ListedAreas:
    return ListedAreas(WantedAreas(AreaFilter.ADRIFT, 1, 1), about.team, (about,) * rows, 200, may_move=True)


def filled(text: str = "Payments") -> FilledArea:
    terms = AreaTerms(text[:120], AreaKind.RELATION, 1, UserId("U2"), 2, ChannelId("C1"), text[:3000], text[:3000], 45)
    return FilledArea(None, terms, UserId("U1"), text[:60], text[:60])


def plan(text: str = "Payments", count: int = 1) -> ImportPlan:
    changed = AreaChange(3, text, is_new=False, fields=("name", "team_id", "links"), offers=True)
    fault = Fault(4, text, InvalidInput("team", "There is no team called {name}.", name=text))
    return ImportPlan((AreaChange(2, text, is_new=True), changed) * count, 7, (fault,) * count)


def answers(about: AreaCard, words: str) -> tuple[OwnerAnswer, ...]:
    return (OwnerAnswer(words, about, ()), OwnerAnswer(words, None, (about,) * 5), OwnerAnswer(words, None, ()))


def adrift(text: str = "Payments") -> Adrift:
    return Adrift(1, text[:60], (text[:120],) * 10, 14)


def leaderless(text: str = "noor") -> Leaderless:
    return Leaderless(1, text[:60], text[:255], 12)


def moved(text: str = "noor") -> Moved:
    return Moved(text[:60], text[:60], 2, text[:255])

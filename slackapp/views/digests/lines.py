"""What a digest says of a single item: which one, how late, who, until when."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from slackapp.language import Language
from slackapp.models.digests import ItemKind
from slackapp.queries.digests.content import Between, DecisionLine, Kept, Line, RequestLine
from slackapp.views import rich
from slackapp.views.blocks import Element
from slackapp.views.digests import areas, decisions, requests, rounds
from slackapp.views.digests.reader import Reader
from slackapp.views.digests.texts import joined, name


@dataclass(frozen=True)
class Look:
    """How the items of a kind read."""

    sign: Callable[[Any], str]
    title: Callable[[Any, Reader], rich.Line]
    facts: Callable[[Any, Reader], rich.Line]
    step: Callable[[Any, Language], Element | None]
    is_settled: Callable[[Any], bool]


LOOKS: Mapping[ItemKind, Look] = {
    ItemKind.REQUEST: Look(requests.sign, requests.title, requests.facts, requests.step, requests.is_settled),
    ItemKind.DECISION: Look(decisions.sign, decisions.title, decisions.facts, decisions.step, decisions.is_settled),
    ItemKind.AREA: Look(areas.sign, areas.title, areas.facts, areas.step, areas.is_settled),
    ItemKind.ROUND: Look(rounds.sign, rounds.title, rounds.facts, rounds.step, rounds.is_settled),
}


def line(item: Line, _: Language) -> rich.Line:
    """One line for anything that can stand in a digest, for whoever reads it anywhere."""
    return whole(item, Reader(_))


def whole(item: Line, by: Reader) -> rich.Line:
    """Everything on one line; a link stands out by itself."""
    calm = [piece | {"style": {}} if piece["type"] == "link" else piece for piece in title(item, by)]
    return joined([calm, facts(item, by)])


def title(item: Line, by: Reader) -> rich.Line:
    look = LOOKS[item.kind]
    return [*rich.words(f"{look.sign(item)} "), *look.title(item, by)]


def facts(item: Line, by: Reader) -> rich.Line:
    return LOOKS[item.kind].facts(item, by)


def settled(items: Iterable[Line]) -> int:
    """How many of those that needed attention do not any more."""
    return sum(LOOKS[item.kind].is_settled(item) for item in items)


def is_late(item: Line) -> bool:
    return isinstance(item, RequestLine | DecisionLine) and item.is_late


def step(item: Line, by: Reader) -> Element | None:
    """The button that leads on from here; None where nothing is waited for."""
    return LOOKS[item.kind].step(item, by.language)


def stuck(pair: Between, by: Reader) -> rich.Line:
    _ = by.language
    counts = [
        rich.bold(_.many("{n} late", "{n} late", pair.late) if pair.late else ""),
        rich.words(_.many("{n} open", "{n} open", pair.open)),
        rich.words(_.many("{n} blocked", "{n} blocked", pair.blocked) if pair.blocked else ""),
        rich.words(_.many("the oldest waits {n} day", "the oldest waits {n} days", pair.longest)),
    ]
    sign = "🔴" if pair.late or pair.blocked else "🟢"
    teams = rich.bold(f"{name(pair.from_team)} → {name(pair.to_team)}")
    return joined([[*rich.words(f"{sign} "), *teams], *counts])


def kept(team: Kept, by: Reader) -> rich.Line:
    """How many answers of a team came within the time that was agreed."""
    _ = by.language
    share = rich.bold(f"{_share(team)}%")
    count = {"in_time": _.number(team.in_time), "answered": _.number(team.due)}
    return rich.line("{team}: {share}, {in_time} of {answered}", _, team=name(team.team), share=share, **count)


def _share(team: Kept) -> int:
    """In per cent; a hundred only where none was late."""
    share = round(100 * team.in_time / (team.due or 1))
    return share if team.in_time == team.due else min(share, 99)

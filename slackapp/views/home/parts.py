"""One part of the Home: its name, its lines, and the way to all of them."""

from collections.abc import Callable, Mapping, Sequence
from itertools import chain
from typing import Any

from slackapp.language import N_, Language
from slackapp.queries.home import HomePage, HomePart, HomeSection, Together
from slackapp.views import blocks, mrkdwn, rich
from slackapp.views.blocks import Block
from slackapp.views.home import areas, checkins, decisions, requests, teams

Show = Callable[[Any, Language], Sequence[Block]]

NAMES: Mapping[HomePart, str] = {
    HomePart.TO_ANSWER: N_("Check-ins"),
    HomePart.REQUESTS: N_("Requests"),
    HomePart.DECISIONS: N_("Decisions"),
    HomePart.QUESTIONS: N_("Ownership"),
    HomePart.SENT: N_("My requests"),
    HomePart.AREAS: N_("My areas"),
    HomePart.CHECKINS: N_("My check-ins"),
    HomePart.TEAMS: N_("My teams"),
}

LINES: Mapping[HomePart, Show] = {
    HomePart.TO_ANSWER: checkins.to_answer,
    HomePart.REQUESTS: requests.waiting,
    HomePart.DECISIONS: decisions.waiting,
    HomePart.QUESTIONS: areas.question,
    HomePart.SENT: requests.sent,
    HomePart.AREAS: areas.owned,
    HomePart.CHECKINS: checkins.mine,
    HomePart.TEAMS: teams.mine,
}


def part(chosen: HomePart, shown: HomePage, _: Language) -> list[Block]:
    section = shown.of(chosen)
    return [name(chosen, section, shown.together, _), *lines(chosen, section, _), *_rest(chosen, section, _)]


def name(chosen: HomePart, section: HomeSection[Any], together: Together | None, _: Language) -> Block:
    """What they are and how many; beside it what can be done about several of them at once."""
    line = rich.joined([rich.bold(_(NAMES[chosen])), rich.words(_.number(section.total))])
    every = areas.together(together, _) if chosen is HomePart.QUESTIONS and together else None
    return mrkdwn.section(line, accessory=every)


def lines(chosen: HomePart, section: HomeSection[Any], _: Language) -> list[Block]:
    return list(chain.from_iterable(LINES[chosen](row, _) for row in section.rows))


def written(chosen: HomePart, start: int) -> str:
    return f"{chosen}|{start}"


def _rest(chosen: HomePart, section: HomeSection[Any], _: Language) -> list[Block]:
    left = section.total - len(section.rows)
    if left <= 0:
        return []
    every = blocks.button("home.all", _("Show all"), written(chosen, 0))
    return [blocks.text(_.many("and {n} more", "and {n} more", left), every)]

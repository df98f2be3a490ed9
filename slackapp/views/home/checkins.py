"""Check-ins in the Home: the rounds that wait for an answer, and those that somebody owns or takes part in."""

from collections.abc import Sequence

from slackapp.language import Language
from slackapp.queries.checkins import CheckinRow
from slackapp.queries.home import ToAnswer
from slackapp.views import blocks, rich
from slackapp.views.blocks import Block, Element
from slackapp.views.checkins.page import state_of
from slackapp.views.home.texts import named, short
from slackapp.views.rich import Line


def to_answer(shown: ToAnswer, _: Language) -> Sequence[Block]:
    until, left = rich.moment(shown.closes_at), rich.moment(shown.closes_at, "{ago}")
    parts = [
        [*rich.words("👋 "), *named(shown.name, shown.url)],
        rich.words(_.date_short(shown.day)),
        rich.words(_.many("{n} question", "{n} questions", shown.questions)),
        rich.line("open until {moment} ({left})", _, moment=until, left=left),
    ]
    row = [
        blocks.button("checkin.answer", _("Answer"), shown.value, style="primary"),
        blocks.button("checkin.skip", _("Skip"), shown.value),
        blocks.button("checkin.not_this_week", _("Not this week"), shown.value),
    ]
    return [rich.block(rich.joined(parts)), blocks.actions(*row)]


def mine(shown: CheckinRow, _: Language) -> Sequence[Block]:
    """Which one, whose, and when it comes next; its page has the rest."""
    facts = [rich.words(state_of(shown.state, shown.next_at, _)), *_next(shown, _), _owner(shown, _)]
    show = blocks.button("checkin.show", _("Show"), str(shown.id))
    return [rich.block(named(shown.name), rich.joined(facts)), blocks.actions(*_early(shown, _), show)]


def _next(shown: CheckinRow, _: Language) -> list[Line]:
    return [rich.line("next: {moment}", _, moment=rich.moment(shown.next_at))] if shown.next_at else []


def _owner(shown: CheckinRow, _: Language) -> Line:
    return short(rich.line("Owner: {owner}", _, owner=shown.owner))


def _early(shown: CheckinRow, _: Language) -> list[Element]:
    """The next round, for who takes part and has nothing to answer now."""
    if not shown.next_day or shown.due:
        return []
    return [blocks.button("checkin.answer", _("Answer early"), f"{shown.id}:{shown.next_day}")]

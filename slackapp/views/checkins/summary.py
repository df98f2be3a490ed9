"""The summary of a round: blockers first, then by question, then who did not take part, as such (CHK-5)."""

from slackapp.language import Language
from slackapp.language.shortening import one_line, shorten
from slackapp.queries.checkins import Blocker, Summary, SummaryLine
from slackapp.views import blocks, rich
from slackapp.views.blocks import Block
from slackapp.views.checkins.replies import NAME_SHOWN, QUESTION_SHOWN, room, section, told
from slackapp.views.message import Content
from slackapp.views.requests.labels import SIGNS, STATES
from slackapp.views.rich import Line as Words

LINES, CHARACTERS = 40, 4000
"""So much of all answers together: what reads in half a minute, and what one message holds."""
ALL, PAGE = 200, 30_000
"""The same on a page of its own."""
LINE = 1500
"""The same in the thread of a live round."""
SHOWN, WHOLE = 160, 1000
"""How much of one answer is shown at the most."""
MOST_BLOCKERS = 8  # a summary is read at a glance; its page has all
MOST_BUTTONS = 5  # a row of buttons on a phone
NAMES = 10  # more are a crowd, and counted


def summary(shown: Summary, _: Language) -> Content:
    within = room(shown.sections, lines=LINES, characters=CHARACTERS, longest=SHOWN)
    parts = [block for each in shown.sections for block in section(each, within, _)]
    return Content(
        text=_spoken(shown, _),
        blocks=(
            blocks.header(_heading(shown, _)),
            rich.block(_status(shown, _)),
            *_blockers(shown, _),
            *parts,
            *_others(shown, _),
            blocks.actions(blocks.button("checkin.round", _("Show all answers"), str(shown.round_id))),
        ),
    )


def page(shown: Summary, _: Language) -> Block:
    within = room(shown.sections, lines=ALL, characters=PAGE, longest=WHOLE)
    parts = [block for each in shown.sections for block in section(each, within, _)]
    body = [rich.block(_status(shown, _)), *_blockers(shown, _), *parts, *_others(shown, _)]
    head = blocks.header(_heading(shown, _))
    return blocks.modal("checkin.round", _.date(shown.day), [head, *body], close=_("Close"))


def line(shown: SummaryLine, _: Language) -> Content:
    head = rich.line("{person} has answered", _, person=rich.bold(shown.by))
    length = min(SHOWN, LINE // (len(shown.replies) or 1))
    said = [_answered(question.text, told(question, reply, _), length) for question, reply in shown.replies]
    return Content(rich.plain(head, *said), (rich.block(head), *([rich.bullets(said)] if said else [])))


def _answered(question: str, answer: str, length: int) -> Words:
    return [*rich.words(f"{shorten(question, QUESTION_SHOWN)} "), *rich.bold(shorten(one_line(answer), length))]


def _heading(shown: Summary, _: Language) -> str:
    return _("{checkin}, {day}", checkin=one_line(shown.name), day=_.date(shown.day))


def _spoken(shown: Summary, _: Language) -> str:
    blocked = [_blocker(each, _) for each in shown.blockers[:MOST_BLOCKERS]]
    return rich.plain(rich.words(_heading(shown, _)), _status(shown, _), *blocked)


def _status(shown: Summary, _: Language) -> Words:
    count = {"answered": _.number(shown.answered), "asked": _.number(shown.asked)}
    said = rich.line("{answered} of {asked} answered", _, **count)
    if not shown.is_open:
        return said
    return rich.joined([said, rich.line("open until {moment}", _, moment=rich.moment(shown.closes_at))])


def _blockers(shown: Summary, _: Language) -> list[Block]:
    if not shown.blockers:
        return []
    lines = [_blocker(each, _) for each in shown.blockers[:MOST_BLOCKERS]]
    left = len(shown.blockers) - MOST_BLOCKERS
    more = [rich.words(_.many("and {n} more", "and {n} more", left))] if left > 0 else []
    return [rich.block(rich.bold(_("Blockers"))), rich.bullets([*lines, *more]), *_buttons(shown, _)]


def _blocker(blocker: Blocker, _: Language) -> Words:
    lifting = blocker.lifting
    by, text = shorten(blocker.by, NAME_SHOWN), shorten(one_line(blocker.text), SHOWN)
    what = [*rich.bold(by), *rich.words(f": {text}")]
    if lifting.state is not None:
        ref, state = rich.bold(lifting.ref), _(STATES[lifting.state])
        asked = rich.line("{request} to {team}: {state}", _, request=ref, team=lifting.team, state=state)
        return rich.joined([[*rich.words(f"{SIGNS[lifting.state]} "), *what], asked])
    can = [rich.line("{team} can lift it", _, team=rich.bold(lifting.team))] if lifting.team else []
    return rich.joined([[*rich.words("⛔ "), *what], *can])


def _buttons(shown: Summary, _: Language) -> list[Block]:
    """For those that name a team and were not asked of it yet: one click."""
    open_ = [each for each in shown.blockers[:MOST_BLOCKERS] if each.lifting.team_id and each.lifting.state is None]
    return [
        blocks.actions(
            blocks.button(
                "checkin.ask_team",
                _("Ask {team} for {person}", team=each.lifting.team, person=each.by),
                str(each.answer_id),
            )
        )
        for each in open_[:MOST_BUTTONS]
    ]


def _others(shown: Summary, _: Language) -> list[Block]:
    """Who skipped, who is away, and of whom nothing was heard: said plainly, and reproached to nobody."""
    lines = [
        rich.line("Skipped: {people}", _, people=_names(shown.skipped, _)) if shown.skipped else [],
        rich.line("Away: {people}", _, people=_names(shown.away, _)) if shown.away else [],
        rich.line("Public holiday: {people}", _, people=_names(shown.on_holiday, _)) if shown.on_holiday else [],
        rich.line("Not heard from: {people}", _, people=_names(shown.unheard, _)) if shown.unheard else [],
    ]
    said = [each for each in lines if each]
    return [rich.block(*said)] if said else []


def _names(people: tuple[str, ...], _: Language) -> str:
    left = len(people) - NAMES
    more = [_.many("{n} more", "{n} more", left)] if left > 0 else []
    return _.list([*(shorten(name, NAME_SHOWN) for name in people[:NAMES]), *more])

"""The answers to one question, put together so that they read at a glance."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import median

from slackapp.language import Language
from slackapp.language.shortening import one_line, shorten
from slackapp.models.checkin_setups import TEXTS, QuestionKind
from slackapp.queries.checkins import AnswerShown, AskedQuestion, SummarySection
from slackapp.views import rich
from slackapp.views.blocks import Block
from slackapp.views.checkins.labels import MOODS, YES_NO, mood
from slackapp.views.rich import Line

NAME_SHOWN = 40
CHOICE_SHOWN = 75  # what Slack shows of an option
QUESTION_SHOWN = 120


@dataclass(frozen=True)
class Room:
    """How many answers to each question are shown, and how much of each."""

    lines: int
    length: int


def room(sections: Sequence[SummarySection], *, lines: int, characters: int, longest: int) -> Room:
    """So much that all fits: few answers are shown in full, many are shortened."""
    texts = [each for each in sections if each.question.kind in TEXTS]
    most = max(2, lines // (len(texts) or 1))
    shown = sum(min(most, len(each.replies)) for each in texts) or 1
    return Room(most, max(40, min(longest, characters // shown)))


def section(shown: SummarySection, within: Room, _: Language) -> list[Block]:
    """The question and its answers; nothing where nobody answered."""
    head = rich.bold(shorten(shown.question.text, QUESTION_SHOWN))
    if shown.is_withheld:
        few = _("Not shown: while it is open, or with fewer than five answers, one could tell who said what.")
        return [rich.block(head, rich.words(few))]
    if not shown.replies:
        return []
    if shown.question.kind not in TEXTS:
        return [rich.block(head, rich.words(_together(shown, _)))]
    lines = [_line(each, within.length) for each in shown.replies[: within.lines]]
    left = len(shown.replies) - within.lines
    more = [rich.words(_.many("and {n} more", "and {n} more", left))] if left > 0 else []
    return [rich.block(head), rich.bullets([*lines, *more])]


def told(question: AskedQuestion, reply: AnswerShown, _: Language) -> str:
    if reply.number is None:
        return reply.text
    match question.kind:
        case QuestionKind.MOOD:
            return mood(int(reply.number), _)
        case QuestionKind.YES_NO:
            return _(YES_NO[int(reply.number)])
        case _:
            return _.number(reply.number)


def _line(reply: AnswerShown, length: int) -> Line:
    said = rich.words(shorten(one_line(reply.text), length))
    return [*rich.bold(shorten(reply.by, NAME_SHOWN)), *rich.words(": "), *said] if reply.by else said


def _together(shown: SummarySection, _: Language) -> str:
    match shown.question.kind:
        case QuestionKind.MOOD:
            return _counted(shown, {each: MOODS[each][0] for each in MOODS}, _)
        case QuestionKind.YES_NO:
            return _counted(shown, {each: _(said) for each, said in YES_NO.items()}, _)
        case QuestionKind.CHOICE:
            chosen = Counter(reply.text for reply in shown.replies)
            named = [*shown.question.choices, *(each for each in chosen if each not in shown.question.choices)]
            return " · ".join(
                f"{shorten(each, CHOICE_SHOWN)} {_.number(chosen[each])}" for each in named if chosen[each]
            )
        case _:
            return _numbers([reply.number for reply in shown.replies if reply.number is not None], _)


def _counted(shown: SummarySection, names: dict[int, str], _: Language) -> str:
    given = Counter(int(reply.number) for reply in shown.replies if reply.number is not None)
    return " · ".join(f"{name} {_.number(given[number])}" for number, name in names.items() if given[number])


def _numbers(given: list[Decimal], _: Language) -> str:
    if len(given) == 1:
        return _.number(given[0])
    return _(
        "{median} in the middle, from {least} to {most}",
        median=_.number(median(given)),
        least=_.number(min(given)),
        most=_.number(max(given)),
    )

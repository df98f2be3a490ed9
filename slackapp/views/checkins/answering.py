"""The form in which somebody answers, and what it reads back (CHK-2, CHK-4, CHK-6)."""

import json
from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal
from typing import Any

from slackapp.errors import InvalidInput
from slackapp.language import Language
from slackapp.language.decimals import Ambiguous
from slackapp.language.shortening import one_line, shorten
from slackapp.models.checkin_setups import GivenAnswer, QuestionKind
from slackapp.queries.checkins import AskedQuestion, Blocked, Given, Sheet
from slackapp.views import blocks, inputs, rich
from slackapp.views.blocks import Block, Element
from slackapp.views.checkins.labels import MOODS, YES_NO, mood
from slackapp.views.requests.labels import STATES
from slackapp.views.typed import Typed

PLAN_SHOWN, BLOCKER_SHOWN = 600, 300
NUMBER_LIMIT = 40


def form(sheet: Sheet, _: Language) -> Block:
    """What was planned, what became of a blocker, and the questions."""
    return _modal(sheet, _, answers=True)


def preview(sheet: Sheet, _: Language) -> Block:
    """The same to look at, before anybody is asked."""
    return _modal(sheet, _, answers=False)


def read(
    typed: Typed, about: Mapping[str, Any], _: Language, *, untouched: Collection[str] = frozenset()
) -> tuple[GivenAnswer, ...]:
    """What was filled in; the form says of which kind each question is. `untouched` fields are as it began.

    Raises InvalidInput for a number that can be read in two ways.
    """
    return tuple(_answer(typed, int(number), QuestionKind(kind), untouched, _) for number, kind in about["questions"])


def thanks(sheet: Sheet, blocked: Sequence[Blocked], _: Language) -> Block:
    """After an answer that names a team: it can be asked at once."""
    lines = [block for each in blocked for block in _blocker(each, _)]
    said = blocks.text(_("Thank you! Whoever stands in your way can be asked for it at once:"))
    about = json.dumps({"thanks": True, "checkin": sheet.checkin_id, "day": sheet.day.isoformat()})
    return blocks.modal("checkin.thanks", _("Thank you"), [said, *lines], close=_("Close"), about=about)


def can_be_asked(blocked: Sequence[Blocked]) -> bool:
    """Whether one of them names a team that was not asked yet."""
    return any(each.lifting.team_id and each.lifting.request_id is None for each in blocked)


def _modal(sheet: Sheet, _: Language, *, answers: bool) -> Block:
    fields = [block for question in sheet.questions for block in _fields(question, sheet, _)]
    shown = [*_head(sheet, _, answers=answers), *_planned(sheet, _), *_blockers(sheet, _), *fields]
    title = shorten(one_line(sheet.name), 24)
    if not answers:
        return blocks.modal("checkin.preview", title, shown, submit=_("Back"), close=_("Cancel"))
    asks = [[question.id, question.kind] for question in sheet.questions]
    about = json.dumps({"checkin": sheet.checkin_id, "day": sheet.day.isoformat(), "questions": asks})
    return blocks.modal("checkin.answer", title, shown, submit=_("Send"), close=_("Cancel"), about=about)


def _head(sheet: Sheet, _: Language, *, answers: bool) -> list[Block]:
    lines = [_("{checkin}, {day}", checkin=sheet.name, day=_.date(sheet.day))]
    if not answers:
        lines = [_("This is what everybody gets to fill in. Nothing that you type here is kept.")]
    if sheet.is_anonymous:
        lines.append(
            _(
                "Anonymous: your name is not kept with what you say, so it cannot be changed afterwards. "
                "Who has answered is known, to remind nobody in vain."
            )
        )
    return [blocks.context("\n".join(lines))]


def _planned(sheet: Sheet, _: Language) -> list[Block]:
    if not sheet.planned:
        return []
    quotes = [rich.quote(shorten(plan, PLAN_SHOWN)) for plan in sheet.planned]
    return [rich.block(rich.bold(_("Last time you planned:"))), *quotes]


def _blockers(sheet: Sheet, _: Language) -> list[Block]:
    return [block for each in sheet.blocked if each.lifting.team_id for block in _blocker(each, _)]


def _blocker(blocked: Blocked, _: Language) -> list[Block]:
    what, lifting = rich.words(shorten(one_line(blocked.text), BLOCKER_SHOWN)), blocked.lifting
    if lifting.state is None:
        line = rich.line("⛔ {what}: {team} can lift it.", _, what=what, team=rich.bold(lifting.team))
        ask = blocks.button("checkin.ask_team", _("Ask {team}", team=lifting.team), str(blocked.answer_id))
        return [rich.block(line), blocks.actions(ask)]
    state = _(STATES[lifting.state])
    line = rich.line(
        "⛔ {what}: {team} has it as {request}. {state}.",
        _,
        what=what,
        team=lifting.team,
        request=rich.bold(lifting.ref),
        state=state,
    )
    show = blocks.button("request.show", _("Show"), str(lifting.request_id))
    return [rich.block(line), blocks.actions(show)]


def _fields(question: AskedQuestion, sheet: Sheet, _: Language) -> list[Block]:
    given, name = sheet.said(question.id), f"q{question.id}"
    label = question.text
    if question.kind is QuestionKind.BLOCKER and _waits(sheet):
        # In place of asking the same again: its state stands above.
        label = _("Is anything else in your way?")
    first = inputs.field(name, label, _element(question, given, _), hint=_hint(question, _), optional=True)
    if question.kind is not QuestionKind.BLOCKER or sheet.is_anonymous:
        return [first]
    team = inputs.search("team", _team(given))
    return [first, inputs.field(f"{name}_team", _("Which team can lift it?"), team, optional=True)]


def _waits(sheet: Sheet) -> bool:
    return any(each.lifting.request_id and not each.lifting.is_over for each in sheet.blocked)


def _element(question: AskedQuestion, given: Given | None, _: Language) -> Element:
    said = given.said if given else GivenAnswer(question.id)
    match question.kind:
        case QuestionKind.CHOICE:
            return inputs.select([blocks.option(each, each) for each in question.choices], said.text or None)
        case QuestionKind.MOOD:
            return inputs.select([blocks.option(mood(each, _), str(each)) for each in MOODS], _digit(said))
        case QuestionKind.YES_NO:
            return inputs.select([blocks.option(_(text), str(each)) for each, text in YES_NO.items()], _digit(said))
        case QuestionKind.NUMBER:
            return inputs.text("" if said.number is None else _.digits(said.number), most=NUMBER_LIMIT)
        case _:
            return inputs.text(said.text, most=3000, multiline=True)


def _hint(question: AskedQuestion, _: Language) -> str:
    return _("A number, such as 12 or 3.5") if question.kind is QuestionKind.NUMBER else ""


def _digit(said: GivenAnswer) -> str | None:
    return None if said.number is None else str(int(said.number))


def _team(given: Given | None) -> Element | None:
    return blocks.option(given.team, str(given.said.team_id)) if given and given.said.team_id else None


def _answer(typed: Typed, number: int, kind: QuestionKind, untouched: Collection[str], _: Language) -> GivenAnswer:
    name = f"q{number}"
    # Anonymous ones have no field for the team.
    parts = {name, f"{name}_team"} & set(typed.values)
    if parts <= set(untouched):
        return GivenAnswer(number, text=typed.text(name) or typed.chosen(name) or "", is_untouched=True)
    return _said(typed, number, kind, _)


def _said(typed: Typed, number: int, kind: QuestionKind, _: Language) -> GivenAnswer:
    name = f"q{number}"
    match kind:
        case QuestionKind.CHOICE:
            return GivenAnswer(number, text=typed.chosen(name) or "")
        case QuestionKind.MOOD | QuestionKind.YES_NO:
            chosen = typed.number(name)
            return GivenAnswer(number, number=None if chosen is None else Decimal(chosen))
        case QuestionKind.NUMBER:
            return _number(number, typed.text(name), _)
        case QuestionKind.BLOCKER:
            return GivenAnswer(number, text=typed.text(name), team_id=typed.number(f"{name}_team"))
        case _:
            return GivenAnswer(number, text=typed.text(name))


def _number(question_id: int, text: str, _: Language) -> GivenAnswer:
    """A number in the reader's own notation; what is none stays as it was typed."""
    number = _.amount(text)
    if isinstance(number, Ambiguous):
        raise InvalidInput(
            f"q{question_id}",
            "{typed} can be read in two ways. Write {one} or {other}.",
            typed=text,
            one=_.certain(number.own),
            other=_.certain(number.other),
        )
    return GivenAnswer(question_id, number=number) if number is not None else GivenAnswer(question_id, text=text)

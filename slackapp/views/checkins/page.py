"""The page of a check-in."""

import json
from datetime import datetime

from slackapp.language import Language
from slackapp.language.shortening import one_line, shorten
from slackapp.models.checkin_setups import Setup, rule
from slackapp.models.checkins import CheckinState
from slackapp.models.recurrence import Recurrence
from slackapp.queries.checkins import AskedQuestion, CheckinPage
from slackapp.views import blocks, recurrence, rich
from slackapp.views.blocks import Block, Element
from slackapp.views.checkins import labels
from slackapp.views.rich import Line
from slackapp.views.teams import zones

NAMES = 20  # more are a crowd, and counted


def page(shown: CheckinPage, _: Language) -> Block:
    """Who is asked what, and when; and what this reader can do with it."""
    return blocks.modal(
        "checkin.page",
        shorten(one_line(shown.setup.name), 24),
        [
            blocks.header(shown.setup.name),
            rich.block(*_facts(shown, _)),
            blocks.actions(*_buttons(shown, _)),
            blocks.divider(),
            *_questions(shown, _),
        ],
        close=_("Close"),
        about=json.dumps({"page": shown.id}),
    )


def when(setup: Setup, _: Language) -> str:
    return recurrence.sentence(_rule(setup), _)


def _facts(shown: CheckinPage, _: Language) -> list[Line]:
    setup = shown.setup
    return [
        rich.joined([rich.bold(state_of(shown.state, shown.next_at, _)), *_next(shown, _)]),
        rich.words(when(setup, _)),
        rich.words(_zone(shown, _)),
        rich.line("Each round can be answered for {length}.", _, length=labels.open_for(setup.open_minutes, _)),
        _asked(shown, _),
        _goes_to(setup, _),
        *_manner(setup, _),
        rich.line("Owner: {owner}", _, owner=shown.owner),
    ]


def state_of(state: CheckinState, next_at: datetime | None, _: Language) -> str:
    """What is said of where it is in its life."""
    if state is CheckinState.ACTIVE and next_at is None:
        return _("Over: its last day has passed")
    return _(labels.STATES[state])


def _next(shown: CheckinPage, _: Language) -> list[Line]:
    return [rich.line("next: {moment}", _, moment=rich.moment(shown.next_at))] if shown.next_at else []


def _zone(shown: CheckinPage, _: Language) -> str:
    if shown.setup.tz:
        return _("At that time in {place}", place=zones.place(shown.setup.tz))
    return _.many(
        "At that time of everybody’s own day, in {n} time zone",
        "At that time of everybody’s own day, in {n} time zones",
        shown.tzs,
    )


def _asked(shown: CheckinPage, _: Language) -> Line:
    if not shown.people:
        return rich.words(_("There is nobody to ask yet."))
    left = len(shown.people) - NAMES
    more = [_.many("{n} more", "{n} more", left)] if left > 0 else []
    names = _.list([*shown.people[:NAMES], *more])
    return rich.line("Asks {n}: {people}", _, n=_.number(len(shown.people)), people=names)


def _goes_to(setup: Setup, _: Language) -> Line:
    if setup.channel is None:
        return rich.words(_("The summary goes to a channel that you are not in."))
    return rich.line("The summary goes to {channel}.", _, channel=rich.channel(setup.channel))


def _manner(setup: Setup, _: Language) -> list[Line]:
    anonymous = _("Anonymous: nobody knows who said what, and of fewer than five answers nothing is shown.")
    live = _("Live: answers come into the thread as they are given.")
    return [rich.words(said) for said, is_on in ((anonymous, setup.is_anonymous), (live, setup.is_live)) if is_on]


def _buttons(shown: CheckinPage, _: Language) -> list[Element]:
    value = str(shown.id)
    own = [
        (CheckinState.DRAFT, blocks.button("checkin.start", _("Start"), value, style="primary")),
        (CheckinState.ACTIVE, blocks.button("checkin.pause", _("Pause"), value)),
        (CheckinState.PAUSED, blocks.button("checkin.resume", _("Resume"), value, style="primary")),
    ]
    mine = [button for state, button in own if state is shown.state and shown.may_change]
    return [
        *([blocks.button("checkin.take_over", _("I take it over"), value)] if shown.may_take_over else []),
        *mine,
        *_of_everybody(shown, _),
        *(_of_the_owner(value, _) if shown.may_change else []),
    ]


def _of_everybody(shown: CheckinPage, _: Language) -> list[Element]:
    value = str(shown.id)
    history = blocks.button("checkin.history", _("History"), value)
    return [
        blocks.button("checkin.preview", _("Preview"), value),
        *([history] if shown.may_read and shown.state is not CheckinState.DRAFT else []),
        *(
            [blocks.button("checkin.why", _("Why was I not asked?"), value)]
            if shown.state is not CheckinState.DRAFT
            else []
        ),
    ]


def _of_the_owner(value: str, _: Language) -> list[Element]:
    sure = {
        "title": blocks.plain(_("Delete this check-in?"), 100),
        "text": blocks.plain(_("All answers go with it. Pausing keeps them."), 300),
        "confirm": blocks.plain(_("Delete"), 30),
        "deny": blocks.plain(_("Cancel"), 30),
    }
    delete = blocks.button("checkin.delete", _("Delete"), value, style="danger")
    return [
        blocks.button("checkin.edit", _("Edit"), value),
        blocks.button("checkin.hand_over", _("Hand over"), value),
        {**delete, "confirm": sure},
    ]


def _questions(shown: CheckinPage, _: Language) -> list[Block]:
    add = blocks.button("checkin.add_question", _("Add a question"), str(shown.id))
    rows = [block for number, each in enumerate(shown.questions, 1) for block in _question(shown, number, each, _)]
    none = [] if rows else [blocks.text(_("There is no question yet. Add one first."))]
    return [rich.block(rich.bold(_("Questions"))), *rows, *none, *([blocks.actions(add)] if shown.may_change else [])]


def _question(shown: CheckinPage, number: int, question: AskedQuestion, _: Language) -> list[Block]:
    kind = " · ".join([_(labels.KINDS[question.kind]), *question.choices])
    line = rich.block([*rich.words(f"{number}. "), *rich.bold(question.text)], rich.words(kind))
    if not shown.may_change:
        return [line]
    change = blocks.button("checkin.edit_question", _("Change"), f"{shown.id}:{question.id}")
    remove = blocks.button("checkin.remove_question", _("Remove"), str(question.id))
    return [line, blocks.actions(change, remove)]


def _rule(setup: Setup) -> Recurrence:
    if setup.at is None:
        raise ValueError("a check-in that is stored has a time")
    return rule(setup.every, setup.at, setup.weekdays, setup.last_day)

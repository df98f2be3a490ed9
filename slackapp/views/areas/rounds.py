"""One message with everything that somebody is asked, kept true in place, and its reminders (OWN-3)."""

import json
from collections.abc import Mapping, Sequence

from slackapp.language import N_, Language
from slackapp.language.shortening import one_line, shorten
from slackapp.models.area_life import STILL_YOURS, Snag, Why
from slackapp.queries.areas import AskedAreas, Item
from slackapp.views import blocks, rich
from slackapp.views.areas import buttons
from slackapp.views.areas.facts import heading, status
from slackapp.views.areas.lines import line_of
from slackapp.views.blocks import Block, Element
from slackapp.views.message import Content
from slackapp.views.rich import Line

SHOWN = 8
"""How many areas the message shows; "Show all" opens the rest."""
SHOWN_ON_PAGE = 45  # two blocks each, of a page's hundred
NAMES = 10  # in a reminder, which is read at a glance
NAME_SHOWN = 80
SAID_SHOWN = 160
"""How much of a reason or a name is shown with the question; the page of the area has all of it."""

QUESTIONS: Mapping[Why, str] = {
    Why.OFFERED: N_("You are asked to own this. Do you take it?"),
    Why.NEW: N_("It was registered with you as its owner. Is it yours?"),
    Why.DUE: N_("Is it still yours?"),
    Why.CHANGED: N_("It has changed. Is it still yours?"),
    Why.RETURNED: N_("It was not taken over. Is it still yours?"),
    Why.CHANNEL_GONE: N_("Its channel is closed. Is it still yours, and where does one ask about it now?"),
    Why.TEAM_GONE: N_("Its team was archived. To which team does it belong now, and is it still yours?"),
    Why.UNOWNED: N_("Nobody owns it. Who does from now on?"),
    Why.LEFT: N_("Its owner left the team. Who owns it from now on?"),
    Why.UNANSWERED: N_("Its owner does not answer. Who owns it from now on?"),
    Why.NO_BACKUP: N_("It has no backup. Who stands in for you?"),
}

SNAGS: Mapping[Snag, str] = {
    Snag.TEAM_ARCHIVED: N_("This one could not be confirmed: its team was archived. Press Show, then Change."),
    Snag.CHANGED: N_("This one could not be confirmed: something else happened to it meanwhile. Press Show."),
}


def message(shown: AskedAreas, _: Language) -> Content:
    """Everything that is asked, what waits first, and what came of the rest."""
    head = _head(shown, _)
    left = len(shown.items) - SHOWN
    rest = _.many("{n} more stands behind Show all.", "{n} more stand behind Show all.", left)
    body = (
        rich.block(head),
        *_blocks(shown.items[:SHOWN], _),
        *([blocks.context(rest)] if left > 0 else []),
        *_row(shown, _, is_long=left > 0),
    )
    return Content(rich.plain(head, *(heading(item.card, _) for item in shown.items[:SHOWN])), body)


def page(shown: AskedAreas, _: Language) -> Block:
    body = [rich.block(_head(shown, _)), *_blocks(shown.items[:SHOWN_ON_PAGE], _), *_row(shown, _, is_long=False)]
    about = json.dumps({"round": shown.id})
    return blocks.modal("area.round", _("Ownership"), body, close=_("Close"), about=about)


def reminder(shown: AskedAreas, _: Language) -> Content:
    many = _.many(
        "{n} question about ownership waits for you:", "{n} questions about ownership wait for you:", len(shown.open)
    )
    names = [shorten(one_line(item.card.name), NAME_SHOWN) for item in shown.open[:NAMES]]
    line = rich.words(f"{many} {_.list(names)}")
    last = [rich.words(_("After this, somebody else of the team is asked."))] if shown.stage > REMINDED else []
    return Content(rich.plain(line, *last), (rich.block(line, *last), blocks.actions(*_answers(shown, _))))


def more(shown: AskedAreas, _: Language) -> Block:
    """The way to everything, where the reminder stands among other messages."""
    return blocks.button("area.round", _("Answer"), str(shown.id))


REMINDED = 2
"""The stage of the first reminder."""


def _head(shown: AskedAreas, _: Language) -> Line:
    if not shown.open:
        return rich.words(_("Thank you, nothing of this waits for you any more."))
    if shown.is_rhythm:
        many = _.many(
            "Once in a while: is this area still yours?",
            "Once in a while: are these {n} areas still yours?",
            len(shown.open),
        )
        return rich.bold(many)
    return rich.bold(
        _.many("A question about who owns something", "{n} questions about who owns something", len(shown.open))
    )


def _blocks(items: Sequence[Item], _: Language) -> list[Block]:
    found: list[Block] = []
    for item in items:
        found += _item(item, _)
    return found


def _item(item: Item, _: Language) -> list[Block]:
    if not item.is_open:
        return [rich.block(rich.joined([heading(item.card, _), status(item.card, _)]))]
    happened = [_short(line_of(item.last, _))] if item.last else []
    snag = [rich.bold("⚠️ " + _(SNAGS[item.snag]))] if item.snag else []
    asks = rich.words(_(QUESTIONS[item.why]))
    lines = (heading(item.card, _), *happened, asks, *snag)
    return [rich.block(*lines), blocks.actions(*buttons.asked(item.why, item.card.id, _))]


def _short(line: Line) -> Line:
    return [
        piece | {"text": shorten(piece["text"], SAID_SHOWN)} if piece["type"] == "text" else piece for piece in line
    ]


def _row(shown: AskedAreas, _: Language, *, is_long: bool) -> list[Block]:
    everything = [blocks.button("area.round", _("Show all"), str(shown.id))] if is_long else []
    row = [*_confirm_all(shown, _), *everything]
    return [blocks.divider(), blocks.actions(*row)] if row else []


def _answers(shown: AskedAreas, _: Language) -> list[Element]:
    return [*_confirm_all(shown, _), more(shown, _)]


def _confirm_all(shown: AskedAreas, _: Language) -> list[Element]:
    count = sum(item.why in STILL_YOURS for item in shown.open)
    if count < 2:  # noqa: PLR2004 - "all" is more than one
        return []
    return [blocks.button("area.confirm_all", _("All {n} are still mine", n=count), str(shown.id), style="primary")]

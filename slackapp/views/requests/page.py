"""The page of a request: everything that its reader may know, and what they can do about it."""

import json
from collections.abc import Sequence

from slackapp.language import Language
from slackapp.language.shortening import shorten
from slackapp.models.request_life import RequestVerb
from slackapp.queries.requests import RequestEntry, RequestPage
from slackapp.views import blocks, rich
from slackapp.views.blocks import Block
from slackapp.views.requests import buttons
from slackapp.views.requests.facts import facts, heading, status
from slackapp.views.requests.lines import line_of
from slackapp.views.requests.steps import STEPS
from slackapp.views.rich import Line

IN_THE_HEADER = 120
"""How much of a title fits in the header, with the number before it."""
ENTRIES = 30
"""How many lines of history the page shows: the newest."""


def page(shown: RequestPage, _: Language) -> Block:
    """The request, its history, and this reader's buttons."""
    card = shown.card
    return blocks.modal(
        "request.page",
        card.ref,
        [
            blocks.header(heading(card, _)),
            *_long_title(card.title),
            rich.block(status(card, _), *facts(card, _)),
            *_texts(shown, _),
            *_actions(shown, _),
            *_guests(shown, _),
            blocks.divider(),
            *_history(shown.history, _),
        ],
        close=_("Close"),
        about=json.dumps({"page": card.id}),
    )


def gone(_: Language) -> Block:
    """What is left of the page when its reader has just given the request away."""
    return blocks.notice(_, _("Done"), _("That is done. You cannot see this request any more."))


def _long_title(title: str) -> list[Block]:
    return [rich.block(rich.words(title))] if len(title) > IN_THE_HEADER else []


def _texts(shown: RequestPage, _: Language) -> list[Block]:
    card = shown.card
    texts = [
        (_("Why it matters"), card.why),
        (_("Details"), card.details),
        (_("Attachments"), card.attachments),
    ]
    found: list[Block] = []
    for label, text in texts:
        found += [rich.block(rich.bold(label)), rich.quote(text)] if text else []
    return found


def _actions(shown: RequestPage, _: Language) -> list[Block]:
    verbs, request_id = shown.verbs, shown.card.id
    let_in = [STEPS.as_button(RequestVerb.LET_IN, request_id, _)] if RequestVerb.LET_IN in verbs else []
    rest = buttons.menu(verbs, request_id, _)
    row = [
        *buttons.requester_row(verbs, request_id, _),
        *let_in,
        *buttons.row(verbs, request_id, _),
        *([rest] if len(rest["options"]) > 1 else []),
    ]
    return [blocks.actions(*row)] if row else []


def _guests(shown: RequestPage, _: Language) -> list[Block]:
    if RequestVerb.LET_OUT not in shown.verbs:
        return []
    return [
        blocks.text(
            _("{person} was let in.", person=guest.name),
            STEPS.as_button(RequestVerb.LET_OUT, f"{shown.card.id}:{guest.user_id}", _),
        )
        for guest in shown.guests
    ]


def _history(history: Sequence[RequestEntry], _: Language) -> list[Block]:
    left_out = len(history) - ENTRIES
    lines = [_dated(entry, _) for entry in history[-ENTRIES:]]
    earlier = [blocks.context(_.many("{n} earlier line", "{n} earlier lines", left_out))] if left_out > 0 else []
    return [rich.block(rich.bold(_("History"))), *earlier, *([rich.bullets(lines)] if lines else [])]


def _dated(entry: RequestEntry, _: Language) -> Line:
    line = line_of(entry, _)
    short = [piece | {"text": shorten(piece["text"], 500)} if piece["type"] == "text" else piece for piece in line]
    return [rich.moment(entry.at), *rich.words(" — "), *short]

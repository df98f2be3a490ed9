"""The page of a request: everything that its reader may know, and what they can do about it."""

import json

from slackapp.language import Language
from slackapp.models.request_life import RequestVerb
from slackapp.queries.requests import RequestPage
from slackapp.views import blocks, pages, rich
from slackapp.views.blocks import Block
from slackapp.views.requests import buttons
from slackapp.views.requests.facts import facts, heading, status
from slackapp.views.requests.steps import STEPS


def page(shown: RequestPage, _: Language) -> Block:
    card = shown.card
    return blocks.modal(
        "request.page",
        card.ref,
        [
            blocks.header(heading(card, _)),
            *pages.long_title(card.title),
            rich.block(status(card, _), *facts(card, _)),
            *pages.texts(
                [(_("Why it matters"), card.why), (_("Details"), card.details), (_("Attachments"), card.attachments)]
            ),
            *_actions(shown, _),
            *_guests(shown, _),
            blocks.divider(),
            *pages.history(shown.history, STEPS, _),
        ],
        close=_("Close"),
        about=json.dumps({"page": card.id}),
    )


def gone(_: Language) -> Block:
    """What is left of the page when its reader has just given the request away."""
    return blocks.notice(_, _("Done"), _("That is done. You cannot see this request any more."))


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

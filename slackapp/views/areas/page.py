"""The page of an area: everything that is known of it, what its reader can do, and its history."""

import json

from slackapp.language import Language
from slackapp.language.shortening import shorten
from slackapp.queries.areas import AreaCard, AreaEntry, AreaPage
from slackapp.views import blocks, rich
from slackapp.views.areas import buttons
from slackapp.views.areas.facts import facts, heading
from slackapp.views.areas.lines import line_of
from slackapp.views.blocks import Block
from slackapp.views.rich import Line


def page(shown: AreaPage, _: Language) -> Block:
    card = shown.card
    row = buttons.row(shown.verbs, card.id, _)
    return blocks.modal(
        "area.page",
        _("Who owns this"),
        [
            rich.block(heading(card, _), *facts(card, _), _rhythm(card, _)),
            *_texts(card, _),
            *([blocks.actions(*row)] if row else []),
            blocks.divider(),
            rich.block(rich.bold(_("History"))),
            *([rich.bullets([_dated(entry, _) for entry in shown.history])] if shown.history else []),
        ],
        close=_("Close"),
        about=json.dumps({"page": card.id}),
    )


def _rhythm(card: AreaCard, _: Language) -> Line:
    days = _.many("Confirmed every {n} day", "Confirmed every {n} days", card.every_days)
    return rich.joined([rich.words(days), rich.words(_("next on {day}", day=_.date(card.next_due)))])


def _texts(card: AreaCard, _: Language) -> list[Block]:
    found: list[Block] = []
    for label, text in ((_("Description"), card.description), (_("Links"), card.links)):
        found += [rich.block(rich.bold(label)), rich.quote(text)] if text else []
    return found


def _dated(entry: AreaEntry, _: Language) -> Line:
    line = line_of(entry, _)
    short = [piece | {"text": shorten(piece["text"], 500)} if piece["type"] == "text" else piece for piece in line]
    return [rich.moment(entry.at), *rich.words(" — "), *short]

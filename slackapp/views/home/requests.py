"""Requests in the Home."""

from collections.abc import Sequence

from slackapp.language import Language
from slackapp.language.shortening import one_line, shorten
from slackapp.models.request_life import RequestVerb
from slackapp.queries.home import Waiting
from slackapp.queries.requests import RequestCard
from slackapp.views import blocks, mrkdwn, rich
from slackapp.views.blocks import Block
from slackapp.views.home.texts import TITLE, named, short
from slackapp.views.requests import buttons, facts
from slackapp.views.rich import Line


def waiting(shown: Waiting, _: Language) -> Sequence[Block]:
    """What it is, how long it waits, who asks whom, and everything that its reader can do now."""
    card = shown.card
    lines = [_title(shown), facts.status(card, _), facts.people(card, _), facts.in_the_way(card, _)]
    mine = buttons.requester_row(shown.verbs - {RequestVerb.WITHDRAW}, card.id, _)
    row = [*mine, *buttons.row(shown.verbs, card.id, _), buttons.menu(shown.verbs, card.id, _)]
    return [rich.block(*(short(each) for each in lines if each)), blocks.actions(*row)]


def sent(shown: Waiting, _: Language) -> Sequence[Block]:
    """What it is, where it stands and with whom."""
    lines = [_title(shown), facts.status(shown.card, _), _with(shown.card, _)]
    return [mrkdwn.section(*map(short, lines), accessory=buttons.show(shown.card.id, _))]


def _title(shown: Waiting) -> Line:
    card = shown.card
    lock = rich.words("🔒 ") if card.is_private else []
    return [*lock, *named(card.ref, shown.url), *rich.words(f" {shorten(one_line(card.title), TITLE)}")]


def _with(card: RequestCard, _: Language) -> Line:
    owner = rich.line("owner: {owner}", _, owner=card.owner) if card.owner else rich.words(_("no owner yet"))
    return rich.joined([rich.bold(card.to_team), owner])

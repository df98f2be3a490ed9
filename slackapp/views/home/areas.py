"""Areas in the Home: what is asked about them, and those that somebody owns."""

from collections.abc import Sequence

from slackapp.language import Language
from slackapp.queries.areas import AreaCard
from slackapp.queries.home import AreaQuestionRow, Together
from slackapp.views import blocks, mrkdwn, rich
from slackapp.views.areas import buttons, facts
from slackapp.views.areas.rounds import QUESTIONS, SNAGS
from slackapp.views.blocks import Block, Element
from slackapp.views.home.texts import named, short


def question(shown: AreaQuestionRow, _: Language) -> Sequence[Block]:
    """Which area, how it stands, and what its reader is asked about it."""
    card = shown.card
    # Before the first confirmation the question says it all.
    status = [facts.status(card, _)] if card.confirmed_at or card.offered_until else []
    head = rich.joined([named(card.name, shown.url), rich.words(card.team), *status])
    snag = [rich.bold("⚠️ " + _(SNAGS[shown.snag]))] if shown.snag else []
    lines = (head, rich.words(_(QUESTIONS[shown.why])), *snag)
    return [rich.block(*map(short, lines)), blocks.actions(*buttons.asked(shown.why, card.id, _))]


def together(shown: Together, _: Language) -> Element:
    words = _("All {n} are still mine", n=shown.count)
    return blocks.button("area.confirm_all", words, str(shown.round_id), style="primary")


def owned(shown: AreaCard, _: Language) -> Sequence[Block]:
    head = rich.joined([named(shown.name), rich.words(shown.team)])
    lines = (head, facts.status(shown, _))
    return [mrkdwn.section(*map(short, lines), accessory=buttons.show(shown.id, _))]

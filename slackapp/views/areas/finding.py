"""The answer to "who owns this?": in one message, to the asker (OWN-2)."""

from slackapp.language import Language
from slackapp.language.shortening import one_line, shorten
from slackapp.queries.areas import AreaCard, OwnerAnswer
from slackapp.views import blocks, inputs, rich
from slackapp.views.areas import buttons
from slackapp.views.areas.facts import facts, heading, texts
from slackapp.views.blocks import Block, Element
from slackapp.views.message import Content

WORDS_KEPT = 120


def answer(shown: OwnerAnswer, _: Language) -> Content:
    """The owner, what is called nearly so, or what to do where nobody owns it."""
    if shown.card:
        return _owned(shown.card, _)
    return _near(shown, _) if shown.near else _nobody(shown, _)


def _owned(card: AreaCard, _: Language) -> Content:
    lines = [heading(card, _), *facts(card, _), *texts(card)]
    return Content(rich.plain(*lines), (rich.block(*lines), blocks.actions(buttons.show(card.id, _))))


def _near(shown: OwnerAnswer, _: Language) -> Content:
    head = rich.line("Nothing is called {words}. Did you mean one of these?", _, words=rich.bold(_short(shown.words)))
    found: list[Block] = []
    for card in shown.near:
        lines = [heading(card, _), *facts(card, _)]
        found += [rich.block(*lines), blocks.actions(buttons.show(card.id, _))]
    spoken = rich.plain(head, *(heading(card, _) for card in shown.near))
    return Content(spoken, (rich.block(head), *found, blocks.divider(), blocks.actions(*_offers(shown, _))))


def _nobody(shown: OwnerAnswer, _: Language) -> Content:
    line = rich.line("Nobody owns {words} yet.", _, words=rich.bold(_short(shown.words)))
    return Content(rich.plain(line), (rich.block(line), blocks.actions(*_offers(shown, _))))


def _offers(shown: OwnerAnswer, _: Language) -> list[Element]:
    words = _short(shown.words)
    return [
        blocks.button("area.add", _("Register it"), words, style="primary"),
        blocks.button("area.ask_team", _("Ask a team"), words),
    ]


def _short(words: str) -> str:
    return shorten(one_line(words), WORDS_KEPT)


def find(_: Language) -> Block:
    """The form in which an area is looked for, where no command can be typed."""
    area = inputs.field("area", _("Who owns …"), inputs.search("area"))
    return blocks.modal("area.find", _("Who owns this?"), [area], submit=_("Show"), close=_("Cancel"))

"""What stands in place of the Home where it cannot be made, and what is said where it could not follow."""

from slackapp.language import Language
from slackapp.views import blocks
from slackapp.views.blocks import Block


def broken(_: Language, reference: str) -> Block:
    """In its place: that something is wrong here, not with them."""
    words = _(
        "Something went wrong on our side, so this page cannot be shown. Nothing is lost. Try again in a moment, "
        "and if it keeps failing, give your administrator this number: {reference}.",
        reference=reference,
    )
    again = blocks.actions(blocks.button("home.again", _("Try again"), style="primary"))
    return {"type": "home", "callback_id": "home.page", "blocks": [blocks.text(words), again]}


def outdated(_: Language, reference: str) -> Block:
    """After a step that was taken: the page behind still shows what was before."""
    return blocks.notice(_, "Afspraak", done(_, reference))


def done(_: Language, reference: str) -> str:
    """The same in words, wherever it is said."""
    return _(
        "That is done, but the page could not be shown anew. Open it again in a moment. If it stays as it was, give "
        "your administrator this number: {reference}.",
        reference=reference,
    )

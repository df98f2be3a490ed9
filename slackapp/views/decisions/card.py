"""The card of a decision: one message in each concerned channel, kept true in place (DEC-3)."""

from slackapp.language import Language
from slackapp.language.shortening import one_line, shorten
from slackapp.queries.decisions import DecisionCard
from slackapp.views import blocks, rich
from slackapp.views.decisions import buttons
from slackapp.views.decisions.facts import facts, heading, status
from slackapp.views.message import Content

TEXT_SHOWN = 900
"""How much of a long text the card shows; the page behind "Show" has all of it."""


def card(shown: DecisionCard, _: Language) -> Content:
    """The decision as everybody in the channel sees it; its people answer in their direct messages or on its page."""
    waits = shown.is_in_force and shown.team_here is not None and not shown.team_here.has_seen
    row = [*([buttons.seen(shown.id, _)] if waits else []), buttons.show(shown.id, _)]
    return Content(spoken(shown, _), (*head(shown, _), blocks.actions(*row)))


def head(shown: DecisionCard, _: Language) -> tuple[blocks.Block, ...]:
    """What it is and where it stands."""
    return (
        blocks.header(heading(shown, _)),
        rich.block(status(shown, _), *facts(shown, _)),
        rich.quote(shorten(shown.text, TEXT_SHOWN)),
    )


def spoken(shown: DecisionCard, _: Language) -> str:
    return rich.plain(*spoken_lines(shown, _))


def spoken_lines(shown: DecisionCard, _: Language) -> list[rich.Line]:
    return [rich.words(heading(shown, _)), status(shown, _), *facts(shown, _), rich.words(shown.text)]


def linked(shown: DecisionCard, _: Language) -> Content:
    line = rich.line("{decision} keeps this: {title}", _, decision=rich.bold(shown.ref), title=one_line(shown.title))
    return Content(rich.plain(line), (rich.block(line), blocks.actions(buttons.show(shown.id, _))))

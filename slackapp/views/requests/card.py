"""The card of a request: one message, kept true in place."""

from slackapp.language import Language
from slackapp.language.shortening import shorten
from slackapp.models.request_life import LIFE, RequestSide, RequestState, RequestVerb
from slackapp.queries.requests import RequestCard
from slackapp.views import blocks, rich
from slackapp.views.message import Content
from slackapp.views.requests import buttons
from slackapp.views.requests.facts import facts, heading, status
from slackapp.views.requests.steps import STEPS

WHY_SHOWN = 600
"""How much of a long text the card shows; the page behind "Show everything" has all of it."""


def card(shown: RequestCard, _: Language) -> Content:
    """The request as everybody at its place sees it. Whoever may not press a button is told who may."""
    if not shown.is_here:
        return moved(shown, _)
    theirs = {
        verb
        for verb, step in LIFE.items()
        if step.side in (RequestSide.RECEIVERS, RequestSide.LIFTERS) and shown.state in step.states
    }
    return Content(
        text=spoken(shown, _),
        blocks=(
            blocks.header(heading(shown, _)),
            rich.block(status(shown, _), *facts(shown, _)),
            *([rich.quote(shorten(shown.why, WHY_SHOWN))] if shown.why else []),
            blocks.actions(*buttons.row(theirs, shown.id, _), buttons.menu(theirs, shown.id, _)),
        ),
    )


def spoken(shown: RequestCard, _: Language) -> str:
    return rich.plain(rich.words(heading(shown, _)), status(shown, _), *facts(shown, _))


def moved(shown: RequestCard, _: Language) -> Content:
    """What stays where a request is no more: where it went, without what it is about now."""
    line = rich.line(
        "{request} is no longer here: {team} has it now.", _, request=rich.bold(shown.ref), team=shown.to_team
    )
    return Content(rich.plain(line), (rich.block(line),))


def blocker(shown: RequestCard, _: Language) -> Content:
    """The card in the channel of the team that is in the way (REQ-9)."""
    if shown.state != RequestState.BLOCKED:
        line = rich.line("{request} of {team} is not blocked any more. Thank you!", _, **_of(shown))
        return Content(rich.plain(line), (rich.block(line),))
    line = rich.line(
        "{request} of {team} cannot go on, and you can lift it: {what}", _, **_of(shown), what=shown.blocked_by
    )
    unblock = STEPS.as_button(RequestVerb.UNBLOCK, shown.id, _)
    return Content(rich.plain(line), (rich.block(line), blocks.actions(unblock, buttons.show(shown.id, _))))


def linked(shown: RequestCard, _: Language) -> Content:
    line = rich.line("{request} follows this up; {team} has it.", _, **_of(shown))
    return Content(rich.plain(line), (rich.block(line), blocks.actions(buttons.show(shown.id, _))))


def _of(shown: RequestCard) -> dict[str, rich.Line | rich.Piece | str]:
    return {"request": rich.bold(shown.ref), "team": rich.bold(shown.to_team)}

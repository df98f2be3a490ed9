"""The lines of a request's history: in its thread, on its page, and for those who are told."""

from slackapp.language import Language
from slackapp.models.request_life import RequestVerb
from slackapp.queries.requests import RequestEntry, RequestTold, ShownReminder
from slackapp.views import blocks, entries, rich
from slackapp.views.blocks import Element
from slackapp.views.message import Block, Content, Weight
from slackapp.views.requests import buttons
from slackapp.views.requests.steps import STEPS
from slackapp.views.rich import Line


def thread_line(shown: RequestEntry, _: Language) -> Content:
    return entries.content(line_of(shown, _))


def told(shown: RequestTold, _: Language) -> Content:
    """The same for somebody whom it concerns, with what they can do about it."""
    about = rich.line("{request} for {team}: {title}", _, **_about(shown))
    line = _sent(shown, _) if shown.entry.verb is RequestVerb.SUBMIT else line_of(shown.entry, _)
    row = _row(shown, _)
    return Content(rich.plain(about, line), (rich.block(about, line), blocks.actions(*row)))


def weight(shown: RequestTold) -> Weight:
    """What somebody hears of their own request is the answer to sending it."""
    return Weight.OWN if shown.is_requester and shown.entry.verb is RequestVerb.SUBMIT else Weight.USUAL


def more(shown: RequestTold | ShownReminder, _: Language) -> Block:
    """The way to everything about it, where it is one line among others."""
    return buttons.show(shown.card.id, _)


def line_of(entry: RequestEntry, _: Language) -> Line:
    return STEPS[entry.verb].line(entry, _)


def _about(shown: RequestTold) -> dict[str, str | rich.Piece | Line]:
    card = shown.card
    return {"request": rich.bold(card.ref), "team": card.to_team, "title": rich.words(card.title)}


def _sent(shown: RequestTold, _: Language) -> Line:
    when = shown.card.answer_by
    if when is None:
        return line_of(shown.entry, _)
    return rich.line("It is sent; an answer comes by {when}", _, when=rich.moment(when))


def _row(shown: RequestTold, _: Language) -> list[Element]:
    page = buttons.show(shown.card.id, _)
    if shown.is_requester:
        # Withdrawing is offered once, when it is sent, and on the page: not with each line that follows.
        own = shown.verbs if shown.entry.verb is RequestVerb.SUBMIT else shown.verbs - {RequestVerb.WITHDRAW}
        return [*buttons.requester_row(own, shown.card.id, _), page]
    if shown.is_owner and RequestVerb.START in shown.verbs:
        return [STEPS.as_button(RequestVerb.START, shown.card.id, _), page]
    return [page]

"""A request, as a line of a digest."""

from slackapp.language import Language
from slackapp.models.request_life import RequestState
from slackapp.queries.digests.content import RequestLine
from slackapp.views import blocks, rich
from slackapp.views.blocks import Element
from slackapp.views.digests.reader import Reader
from slackapp.views.digests.texts import TITLE, between, heading, joined, late, name, sentence, short
from slackapp.views.requests.labels import SIGNS, STATES
from slackapp.views.rich import Line

UNSETTLED = {RequestState.OPEN, RequestState.BLOCKED, RequestState.PROPOSED, RequestState.WAITING}


def sign(shown: RequestLine) -> str:
    """What is seen before anything is read."""
    return "⏰" if shown.is_late and shown.state is not RequestState.BLOCKED else SIGNS[shown.state]


def is_settled(shown: RequestLine) -> bool:
    return not shown.is_late and shown.state not in UNSETTLED


def title(shown: RequestLine, _: Reader) -> Line:
    return heading(shown.url, f"{shown.ref} · {short(shown.title, TITLE)}")


def facts(shown: RequestLine, by: Reader) -> Line:
    teams = between(shown.from_team, shown.to_team, by)
    return joined([_late(shown, by.language), teams, _standing(shown, by.language), _until(shown, by)])


def step(shown: RequestLine, _: Language) -> Element | None:
    """What comes next, if one press can do it; whoever may not is told who may."""
    value = str(shown.id)
    match shown.state:
        case RequestState.OPEN:
            return blocks.button("request.accept", _("Accept"), value, style="primary")
        case RequestState.BLOCKED:
            return blocks.button("request.unblock", _("Unblock"), value)
        case RequestState.WAITING:
            return blocks.button("request.answer", _("Answer"), value)
        case RequestState.PROPOSED:
            return blocks.button("request.agree", _("Agree"), value)
        case RequestState.DONE:
            return blocks.button("request.confirm", _("Confirm"), value)
        case _:
            return blocks.button("request.finish", _("Done"), value) if shown.is_late else None


def _late(shown: RequestLine, _: Language) -> Line:
    return late(shown.late_from, shown.at, _) if shown.is_late and shown.late_from else []


def _standing(shown: RequestLine, _: Language) -> Line:
    match shown.state:
        case RequestState.OPEN:
            return rich.words(_("not accepted yet"))
        case RequestState.BLOCKED:
            return _blocked(shown, _)
        case RequestState.PROPOSED | RequestState.WAITING | RequestState.DONE if shown.from_team:
            return _awaited(shown, _)
        case RequestState.ACCEPTED | RequestState.IN_PROGRESS:
            return rich.words(name(shown.owner)) if shown.owner else []
        case state:
            return rich.words(_(STATES[state]))


def _blocked(shown: RequestLine, _: Language) -> Line:
    what = sentence(shown.blocked_by)
    if not shown.blocking_team:
        return rich.line("blocked: {what}", _, what=what)
    return rich.line("{team} can lift it: {what}", _, team=rich.bold(name(shown.blocking_team)), what=what)


def _awaited(shown: RequestLine, _: Language) -> Line:
    team = rich.bold(name(shown.from_team))
    match shown.state:
        case RequestState.PROPOSED:
            return rich.line("{team} must agree with another date", _, team=team)
        case RequestState.WAITING:
            return rich.line("{team} must answer a question", _, team=team)
        case _:
            return rich.line("{team} must confirm that it is done", _, team=team)


def _until(shown: RequestLine, by: Reader) -> Line:
    if shown.late_from is None:
        return []
    when, _ = by.day(shown.late_from), by.language
    if shown.late_from == shown.due_at:
        return rich.line("due {when}", _, when=when)
    if shown.is_late:
        return rich.line("answer was due {when}", _, when=when)
    return rich.line("answer by {when}", _, when=when)

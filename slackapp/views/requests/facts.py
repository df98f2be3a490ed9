"""What is known of a request, one line each: for its card and its page."""

from datetime import date

from slackapp.language import Language
from slackapp.language.shortening import one_line, shorten
from slackapp.models.request_lateness import UNANSWERED
from slackapp.models.request_life import ENDED, RequestState
from slackapp.models.requests import Priority
from slackapp.queries.requests import RequestCard
from slackapp.views import rich, sources
from slackapp.views.requests.labels import PRIORITIES, SIGNS, STATES
from slackapp.views.rich import Line

LINK_SHOWN = 80  # an address is pressed, not read


def heading(shown: RequestCard, _: Language) -> str:
    lock = "🔒 " if shown.is_private else ""
    return lock + _("{request} · {title}", request=shown.ref, title=one_line(shown.title))


def status(shown: RequestCard, _: Language) -> Line:
    sign = "⏰" if shown.is_late else SIGNS[shown.state]
    state = [*rich.words(f"{sign} "), *rich.bold(_(STATES[shown.state]))]
    return rich.joined([state, *_until(shown, _)])


def facts(shown: RequestCard, _: Language) -> list[Line]:
    """Everything that fits in a line; nothing that is empty."""
    lines = [
        people(shown, _),
        _priority(shown, _),
        _customer(shown, _),
        _link(shown),
        _source(shown, _),
        in_the_way(shown, _),
    ]
    return [each for each in lines if each]


def _until(shown: RequestCard, _: Language) -> list[Line]:
    if shown.state in ENDED:
        return []
    lines = [_answer(shown, _), _due(shown, _)]
    return [each for each in lines if each]


def _answer(shown: RequestCard, _: Language) -> Line:
    when = shown.missed_at or shown.answer_by
    if shown.state not in UNANSWERED or when is None:
        return []
    moment, left = rich.moment(when), rich.moment(when, "{ago}")
    if when <= shown.at:
        return rich.line("should have been answered by {when} ({left})", _, when=moment, left=left)
    return rich.line("answer by {when} ({left})", _, when=moment, left=left)


def _due(shown: RequestCard, _: Language) -> Line:
    if shown.due_at is None:
        return []
    day, left = rich.day(shown.due_at), rich.moment(shown.due_at, "{ago}")
    is_over = shown.due_at <= shown.at
    if shown.promised is None:
        if is_over:
            return rich.line("late, it was needed by {day} ({left})", _, day=day, left=left)
        return rich.line("needed by {day}", _, day=day)
    if is_over:
        return rich.line("late, it was promised for {day} ({left})", _, day=day, left=left)
    return rich.line("promised for {day} ({left})", _, day=day, left=left)


def people(shown: RequestCard, _: Language) -> Line:
    asks = rich.line(
        "{requester} asks {team}",
        _,
        requester=rich.bold(_with_team(shown)),
        team=rich.bold(shown.to_team),
    )
    owner = (
        rich.line("owner: {owner}", _, owner=rich.bold(shown.owner)) if shown.owner else rich.words(_("no owner yet"))
    )
    return rich.joined([asks, owner])


def _with_team(shown: RequestCard) -> str:
    return f"{shown.requester} ({shown.from_team})" if shown.from_team else shown.requester


def _priority(shown: RequestCard, _: Language) -> Line:
    if shown.priority == Priority.NORMAL:
        return []
    return rich.line("Priority: {priority}", _, priority=rich.bold(_(PRIORITIES[shown.priority])))


def _customer(shown: RequestCard, _: Language) -> Line:
    return rich.line("Customer: {customer}", _, customer=shown.customer) if shown.customer else []


def _link(shown: RequestCard) -> Line:
    return [rich.link(shown.link, shorten(shown.link, LINK_SHOWN))] if shown.link else []


def _source(shown: RequestCard, _: Language) -> Line:
    if not shown.source_url:
        return sources.source(shown.source, _) if shown.source else []
    copied = rich.moment(shown.submitted_at, "{date_short}")  # "as it was on today" is no sentence
    if shown.source_gone:
        return rich.line("The message it came from is gone; the text is as it was on {day}", _, day=copied)
    message = rich.link(shown.source_url, _("the message it came from"))
    return rich.line("{message}, as it was on {day}", _, message=message, day=copied)


def in_the_way(shown: RequestCard, _: Language) -> Line:
    if shown.state == RequestState.BLOCKED and shown.blocking_team:
        return rich.line(
            "Blocked, {team} can lift it: {what}", _, team=rich.bold(shown.blocking_team), what=shown.blocked_by
        )
    if shown.state == RequestState.BLOCKED:
        return rich.line("Blocked: {what}", _, what=shown.blocked_by)
    if shown.state == RequestState.WAITING:
        return rich.line("Question to {person}: {question}", _, person=shown.requester, question=shown.question)
    if shown.state == RequestState.PROPOSED and shown.proposed:
        return rich.line("Proposed to {person}: {day}", _, person=shown.requester, day=_.date(shown.proposed))
    return []


def not_before_today(shown: RequestCard) -> date:
    """The day that is needed, or today where that is over: what a promise begins with."""
    return max(shown.needed_by, shown.at.date())

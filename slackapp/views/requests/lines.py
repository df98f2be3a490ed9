"""The lines of a request's history: in its thread, on its page, and for those who are told."""

from collections.abc import Callable, Mapping
from datetime import date

from slackapp.language import Language
from slackapp.models.request_life import Verb
from slackapp.queries.requests import Entry, Reminder, Told
from slackapp.views import blocks, rich
from slackapp.views.blocks import Element
from slackapp.views.message import Block, Content, Weight
from slackapp.views.requests import buttons
from slackapp.views.rich import Line

Say = Callable[[Entry, Language], Line]


def thread_line(shown: Entry, _: Language) -> Content:
    """One short line in the card's thread."""
    line = line_of(shown, _)
    return Content(rich.plain(line), (rich.block(line),))


def told(shown: Told, _: Language) -> Content:
    """The same for somebody whom it concerns, with what they can do about it."""
    about = rich.line("{request} for {team}: {title}", _, **_about(shown))
    line = _sent(shown, _) if shown.entry.verb is Verb.SUBMIT else line_of(shown.entry, _)
    row = _row(shown, _)
    return Content(rich.plain(about, line), (rich.block(about, line), blocks.actions(*row)))


def weight(shown: Told) -> Weight:
    """What somebody hears of their own request is the answer to sending it."""
    return Weight.OWN if shown.is_requester and shown.entry.verb is Verb.SUBMIT else Weight.USUAL


def more(shown: Told | Reminder, _: Language) -> Block:
    """The way to everything about it, where it is one line among others."""
    return buttons.show(shown.card.id, _)


def line_of(entry: Entry, _: Language) -> Line:
    """What happened, in one sentence."""
    return LINES[entry.verb](entry, _)


def _about(shown: Told) -> dict[str, str | rich.Piece | Line]:
    card = shown.card
    return {"request": rich.bold(card.ref), "team": card.to_team, "title": rich.words(card.title)}


def _sent(shown: Told, _: Language) -> Line:
    when = shown.card.answer_by
    if when is None:
        return line_of(shown.entry, _)
    return rich.line("It is sent; an answer comes by {when}", _, when=rich.moment(when))


def _row(shown: Told, _: Language) -> list[Element]:
    page = buttons.show(shown.card.id, _)
    if shown.is_requester:
        # Withdrawing is offered once, when it is sent, and on the page: not with each line that follows.
        own = shown.verbs if shown.entry.verb is Verb.SUBMIT else shown.verbs - {Verb.WITHDRAW}
        return [*buttons.requester_row(own, shown.card.id, _), page]
    start = blocks.button("request.start", _("Start"), str(shown.card.id), style="primary")
    return [start, page] if shown.is_owner and Verb.START in shown.verbs else [page]


def _day(entry: Entry, name: str, _: Language) -> str:
    return _.date(date.fromisoformat(entry.about[name])) if entry.about.get(name) else "?"


def _with_reason(line: Line, entry: Entry) -> Line:
    return [*line, *rich.words(f": {entry.why}")] if entry.why else line


def _submitted(entry: Entry, _: Language) -> Line:
    return rich.line("{by} asked for this", _, by=entry.by)


def _accepted(entry: Entry, _: Language) -> Line:
    return rich.line("{by} accepted it and promises {day}", _, by=entry.by, day=_day(entry, "promised", _))


def _assigned(entry: Entry, _: Language) -> Line:
    owner, day = entry.about.get("owner", "?"), _day(entry, "promised", _)
    return rich.line("{by} made {owner} the owner, promised for {day}", _, by=entry.by, owner=owner, day=day)


def _declined(entry: Entry, _: Language) -> Line:
    return _with_reason(rich.line("{by} declined", _, by=entry.by), entry)


def _proposed(entry: Entry, _: Language) -> Line:
    return _with_reason(rich.line("{by} proposes {day}", _, by=entry.by, day=_day(entry, "proposed", _)), entry)


def _agreed(entry: Entry, _: Language) -> Line:
    return rich.line("{by} agrees to {day}", _, by=entry.by, day=_day(entry, "promised", _))


def _date_refused(entry: Entry, _: Language) -> Line:
    return rich.line("{by} cannot do with {day}", _, by=entry.by, day=_day(entry, "proposed", _))


def _started(entry: Entry, _: Language) -> Line:
    return rich.line("{by} has begun", _, by=entry.by)


def _blocked(entry: Entry, _: Language) -> Line:
    if team := entry.about.get("team"):
        return _with_reason(rich.line("{by}: blocked, {team} can lift it", _, by=entry.by, team=team), entry)
    return _with_reason(rich.line("{by}: blocked", _, by=entry.by), entry)


def _unblocked(entry: Entry, _: Language) -> Line:
    return rich.line("{by}: nothing is in the way any more", _, by=entry.by)


def _asked(entry: Entry, _: Language) -> Line:
    return _with_reason(rich.line("{by} asks the requester", _, by=entry.by), entry)


def _answered(entry: Entry, _: Language) -> Line:
    return _with_reason(rich.line("{by} answers", _, by=entry.by), entry)


def _finished(entry: Entry, _: Language) -> Line:
    return rich.line("{by} says that it is done", _, by=entry.by)


def _confirmed(entry: Entry, _: Language) -> Line:
    return rich.line("{by} confirms that it is done", _, by=entry.by)


def _reopened(entry: Entry, _: Language) -> Line:
    return _with_reason(rich.line("{by} reopened it", _, by=entry.by), entry)


def _withdrawn(entry: Entry, _: Language) -> Line:
    return _with_reason(rich.line("{by} withdrew it", _, by=entry.by), entry)


def _handed_over(entry: Entry, _: Language) -> Line:
    teams = {"by": entry.by, "old": entry.about.get("from_team", "?"), "new": entry.about.get("team", "?")}
    return _with_reason(rich.line("{by} handed it over from {old} to {new}, who must accept it", _, **teams), entry)


def _let_in(entry: Entry, _: Language) -> Line:
    return rich.line("{by} let {guest} in", _, by=entry.by, guest=entry.about.get("guest", "?"))


def _let_out(entry: Entry, _: Language) -> Line:
    return rich.line("{by} let {guest} out again", _, by=entry.by, guest=entry.about.get("guest", "?"))


LINES: Mapping[Verb, Say] = {
    Verb.SUBMIT: _submitted,
    Verb.ACCEPT: _accepted,
    Verb.ASSIGN: _assigned,
    Verb.DECLINE: _declined,
    Verb.PROPOSE: _proposed,
    Verb.AGREE: _agreed,
    Verb.REFUSE_DATE: _date_refused,
    Verb.START: _started,
    Verb.BLOCK: _blocked,
    Verb.UNBLOCK: _unblocked,
    Verb.ASK: _asked,
    Verb.ANSWER: _answered,
    Verb.FINISH: _finished,
    Verb.CONFIRM: _confirmed,
    Verb.REOPEN: _reopened,
    Verb.WITHDRAW: _withdrawn,
    Verb.HAND_OVER: _handed_over,
    Verb.LET_IN: _let_in,
    Verb.LET_OUT: _let_out,
}

"""The lines of a decision's history: in its threads, on its page, and for those who are told."""

from collections.abc import Callable, Mapping
from datetime import date

from slackapp.language import Language
from slackapp.models.decision_life import Verb
from slackapp.queries.decisions import Entry, Told
from slackapp.views import blocks, rich
from slackapp.views.decisions import buttons
from slackapp.views.message import Content
from slackapp.views.rich import Line

Say = Callable[[Entry, Language], Line]


def thread_line(shown: Entry, _: Language) -> Content:
    """One short line in the threads of the cards."""
    line = line_of(shown, _)
    return Content(rich.plain(line), (rich.block(line),))


def told(shown: Told, _: Language) -> Content:
    """The same for somebody whom it concerns."""
    about = rich.line("{decision}: {title}", _, decision=rich.bold(shown.card.ref), title=shown.card.title)
    line = line_of(shown.entry, _)
    return Content(rich.plain(about, line), (rich.block(about, line), blocks.actions(buttons.show(shown.card.id, _))))


def line_of(entry: Entry, _: Language) -> Line:
    """What happened, in one sentence."""
    return LINES[entry.verb](entry, _)


def _because(line: Line, entry: Entry) -> Line:
    return [*line, *rich.words(f": {entry.why}")] if entry.why else line


def _day(entry: Entry, name: str, _: Language) -> str:
    return _.date(date.fromisoformat(entry.about[name])) if entry.about.get(name) else "?"


def _proposed(entry: Entry, _: Language) -> Line:
    return rich.line("{by} proposed this; {driver} moves it", _, by=entry.by, driver=entry.about.get("driver", "?"))


def _recorded(entry: Entry, _: Language) -> Line:
    return rich.line("{by} decided this", _, by=entry.by)


def _agreed(entry: Entry, _: Language) -> Line:
    return rich.line("{by} agrees", _, by=entry.by)


def _objected(entry: Entry, _: Language) -> Line:
    return _because(rich.line("{by} objects", _, by=entry.by), entry)


def _abstained(entry: Entry, _: Language) -> Line:
    return rich.line("{by} abstains", _, by=entry.by)


def _edited(entry: Entry, _: Language) -> Line:
    version = entry.about.get("version", "?")
    return _because(rich.line("{by} changed the proposal (version {version})", _, by=entry.by, version=version), entry)


def _given_time(entry: Entry, _: Language) -> Line:
    return rich.line("{by} gives more time, until {day}", _, by=entry.by, day=_day(entry, "until", _))


def _stood_in(entry: Entry, _: Language) -> Line:
    people = {"person": entry.about.get("person", "?"), "away": entry.about.get("away", "?")}
    return rich.line("{by} asks {person} in the place of {away}", _, by=entry.by, **people)


def _silence(entry: Entry, _: Language) -> Line:
    return rich.line("{by} chose that silence counts as consent", _, by=entry.by)


def _decided(entry: Entry, _: Language) -> Line:
    if not entry.by:
        return rich.line("Decided: nobody objected in time, and the decider chose that silence counts", _)
    return _because(rich.line("{by} decided it", _, by=entry.by), entry)


def _rejected(entry: Entry, _: Language) -> Line:
    return _because(rich.line("{by} rejected it", _, by=entry.by), entry)


def _corrected(entry: Entry, _: Language) -> Line:
    version = entry.about.get("version", "?")
    return _because(rich.line("{by} corrected the text (version {version})", _, by=entry.by, version=version), entry)


def _seen(entry: Entry, _: Language) -> Line:
    return rich.line("Seen by {teams}", _, teams=entry.about.get("teams", "?"))


def _under_review(__: Entry, _: Language) -> Line:
    return rich.line("Its review is due: does it still hold?", _)


def _kept(entry: Entry, _: Language) -> Line:
    if not entry.about.get("review"):
        return _because(rich.line("{by} keeps it", _, by=entry.by), entry)
    day = _day(entry, "review", _)
    return _because(rich.line("{by} keeps it and looks again on {day}", _, by=entry.by, day=day), entry)


def _changing(entry: Entry, _: Language) -> Line:
    successor = entry.about.get("successor", "?")
    return rich.line("{by} proposes to replace it by {decision}", _, by=entry.by, decision=rich.bold(successor))


def _gone_stale(__: Entry, _: Language) -> Line:
    return rich.line("Nobody has answered its review: it is stale", _)


def _superseded(entry: Entry, _: Language) -> Line:
    successor = rich.bold(entry.about.get("successor", "?"))
    if not entry.by:
        return rich.line("It is superseded by {decision}", _, decision=successor)
    return rich.line("{by}: it is superseded by {decision}", _, by=entry.by, decision=successor)


def _reversed(entry: Entry, _: Language) -> Line:
    return _because(rich.line("{by} reversed it", _, by=entry.by), entry)


LINES: Mapping[Verb, Say] = {
    Verb.PROPOSE: _proposed,
    Verb.RECORD: _recorded,
    Verb.AGREE: _agreed,
    Verb.OBJECT: _objected,
    Verb.ABSTAIN: _abstained,
    Verb.EDIT: _edited,
    Verb.MORE_TIME: _given_time,
    Verb.STAND_IN: _stood_in,
    Verb.SILENCE: _silence,
    Verb.DECIDE: _decided,
    Verb.REJECT: _rejected,
    Verb.CORRECT: _corrected,
    Verb.SEEN: _seen,
    Verb.REVIEW: _under_review,
    Verb.KEEP: _kept,
    Verb.CHANGE: _changing,
    Verb.GROW_STALE: _gone_stale,
    Verb.SUPERSEDE: _superseded,
    Verb.REVERSE: _reversed,
}

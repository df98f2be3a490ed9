"""What is known of a decision, one line each: for its card, its prompt and its page."""

from slackapp.language import Language
from slackapp.language.shortening import one_line
from slackapp.models.decision_life import DecisionState, Stance
from slackapp.queries.decisions import DecisionCard
from slackapp.views import rich, sources
from slackapp.views.decisions.labels import SIGNS, STALE, STATES, UNHEARD
from slackapp.views.rich import Line


def heading(shown: DecisionCard, _: Language) -> str:
    return _("{decision} · {title}", decision=shown.ref, title=one_line(shown.title))


def status(shown: DecisionCard, _: Language) -> Line:
    sign = "⏰" if shown.is_stale else SIGNS[shown.state]
    state = [*rich.words(f"{sign} "), *rich.bold(_(STALE) if shown.is_stale else _(STATES[shown.state]))]
    return rich.joined(each for each in (state, _since(shown, _)) if each)


def facts(shown: DecisionCard, _: Language) -> list[Line]:
    """Everything that fits in a line; nothing that is empty."""
    lines = [
        _people(shown, _),
        _concerned(shown, _),
        _answers(shown, _),
        _silence(shown, _),
        _kind(shown, _),
        _chain(shown, _),
        _source(shown, _),
    ]
    return [each for each in lines if each]


def answered(shown: DecisionCard, _: Language) -> Line:
    counts = [
        (shown.count(Stance.AGREE), _.many("{n} agrees", "{n} agree", shown.count(Stance.AGREE))),
        (shown.count(Stance.OBJECT), _.many("{n} objects", "{n} object", shown.count(Stance.OBJECT))),
        (shown.count(Stance.ABSTAIN), _.many("{n} abstains", "{n} abstain", shown.count(Stance.ABSTAIN))),
        (shown.count(None), _.many("{n} has not answered", "{n} have not answered", shown.count(None))),
    ]
    return rich.words(" · ".join(words for count, words in counts if count))


def unheard(shown: DecisionCard, _: Language) -> str:
    """Those whose silence does not count, each with the reason."""
    people = (
        _("{person} ({reason})", person=each.name, reason=_(UNHEARD[each.unheard]))
        for each in shown.unheard
        if each.unheard
    )
    return ", ".join(people)


def _since(shown: DecisionCard, _: Language) -> Line:
    match shown.state:
        case DecisionState.PROPOSED if shown.until:
            return rich.line("answers until {day}", _, day=_.date(shown.until))
        case DecisionState.PROPOSED:
            return rich.line("{decider} decides", _, decider=shown.decider)
        case DecisionState.SUPERSEDED:
            return rich.line("{decision} holds now", _, decision=rich.bold(shown.superseded_by or "?"))
        case DecisionState.DECIDED | DecisionState.REVIEW_DUE if shown.decided_at:
            return rich.line("since {day}", _, day=rich.day(shown.decided_at))
    return []


def _people(shown: DecisionCard, _: Language) -> Line:
    decider = rich.line("decider: {decider}", _, decider=rich.bold(shown.decider))
    return rich.joined([decider, rich.line("driver: {driver}", _, driver=rich.bold(shown.driver))])


def _concerned(shown: DecisionCard, _: Language) -> Line:
    # Slack shows a private channel by name only to those who are in it.
    names = [
        *(rich.words(f"👁 {team.name}" if team.has_seen else team.name) for team in shown.teams),
        *([rich.channel(channel)] for channel in shown.channels),
    ]
    return rich.line("Concerns {places}", _, places=rich.joined(names, ", "))


def _answers(shown: DecisionCard, _: Language) -> Line:
    if not shown.heard:
        return []
    names = rich.words(", ".join(each.name for each in shown.heard))
    return rich.line("Consulted: {answers}", _, answers=names if shown.is_recorded else answered(shown, _))


def _silence(shown: DecisionCard, _: Language) -> Line:
    if shown.unheard:
        return rich.line("Not heard, and no consent: {people}", _, people=unheard(shown, _))
    if shown.state is not DecisionState.PROPOSED or not shown.silence_counts or not shown.until:
        return []
    return rich.line("If nobody objects by {day}, it is decided: {decider} chose so", _, **_chosen(shown, _))


def _chosen(shown: DecisionCard, _: Language) -> dict[str, str]:
    return {"day": _.date(shown.until) if shown.until else "?", "decider": shown.decider}


def _kind(shown: DecisionCard, _: Language) -> Line:
    parts = [
        rich.words("" if shown.is_reversible else _("Hard to undo")),
        rich.words(_("version {n}", n=shown.version) if shown.version > 1 else ""),
        rich.words(_("review on {day}", day=_.date(shown.review_on)) if shown.review_on else ""),
    ]
    return rich.joined(each for each in parts if each)


def _chain(shown: DecisionCard, _: Language) -> Line:
    if shown.replaces:
        return rich.line("Replaces {decision}", _, decision=rich.bold(shown.replaces))
    if shown.to_replace and shown.state is DecisionState.PROPOSED:
        return rich.line("Would replace {decision}", _, decision=rich.bold(shown.to_replace))
    return []


def _source(shown: DecisionCard, _: Language) -> Line:
    if not shown.source_url:
        return sources.source(shown.source, _) if shown.source else []
    message = rich.link(shown.source_url, _("the message it came from"))
    if shown.source_author:
        return rich.line("{message}, by {person}", _, message=message, person=shown.source_author)
    return [message]

"""The decider says yes or no, gives people more time or a stand-in, or lets silence count."""

from slackapp.language import N_, Language
from slackapp.models.decision_life import DecisionVerb, Stance
from slackapp.queries.decisions import DecisionCard, DecisionEntry
from slackapp.views import blocks, inputs, rich
from slackapp.views.blocks import Block
from slackapp.views.decisions.facts import answered
from slackapp.views.entries import about, because, day
from slackapp.views.rich import Line
from slackapp.views.steps import ButtonPlace, Stage, Step


def _decide(shown: DecisionCard, _: Language) -> list[Block]:
    objects = shown.count(Stance.OBJECT) > 0
    label = _("Somebody objects. Why is it decided all the same?") if objects else _("Anything to say with it?")
    answers = [rich.block(answered(shown, _))] if shown.heard else []
    return [*answers, inputs.reason(label, optional=not objects)]


def _decided(entry: DecisionEntry, _: Language) -> Line:
    if not entry.by:
        return rich.line("Decided: nobody objected in time, and the decider chose that silence counts", _)
    return because(rich.line("{by} decided it", _, by=entry.by), entry)


def _reject(__: DecisionCard, _: Language) -> list[Block]:
    return [inputs.reason(_("Why not?"))]


def _rejected(entry: DecisionEntry, _: Language) -> Line:
    return because(rich.line("{by} rejected it", _, by=entry.by), entry)


def _give_time(__: DecisionCard, _: Language) -> list[Block]:
    return [inputs.field("until", _("Until when can people answer?"), inputs.day())]


def _given_time(entry: DecisionEntry, _: Language) -> Line:
    return rich.line("{by} gives more time, until {day}", _, by=entry.by, day=day(entry, "until", _))


def _stand_in(shown: DecisionCard, _: Language) -> list[Block] | Block:
    silent = [blocks.option(each.name, each.user_id) for each in shown.heard if each.stance is None][:100]
    if not silent:
        return blocks.notice(_, _("Stand-in"), _("Nobody is waited for: all who are consulted have answered."))
    return [
        inputs.field("away", _("Who is away?"), inputs.select(silent)),
        inputs.field("stand_in", _("Who speaks in their place?"), inputs.person()),
    ]


def _stood_in(entry: DecisionEntry, _: Language) -> Line:
    people = {"person": about(entry, "person"), "away": about(entry, "away")}
    return rich.line("{by} asks {person} in the place of {away}", _, by=entry.by, **people)


def _silence(entry: DecisionEntry, _: Language) -> Line:
    return rich.line("{by} chose that silence counts as consent", _, by=entry.by)


STEPS: Stage[DecisionVerb, DecisionCard, DecisionEntry] = (
    Step(DecisionVerb.DECIDE, _decided, N_("Decide"), ButtonPlace.OWN, "primary", _decide),
    Step(DecisionVerb.REJECT, _rejected, N_("Reject"), ButtonPlace.OWN, fields=_reject),
    Step(DecisionVerb.MORE_TIME, _given_time, N_("More time"), ButtonPlace.OWN, fields=_give_time),
    Step(DecisionVerb.STAND_IN, _stood_in, N_("Stand-in"), ButtonPlace.OWN, fields=_stand_in),
    Step(DecisionVerb.SILENCE, _silence, N_("Let silence count as consent"), ButtonPlace.MENU),
)

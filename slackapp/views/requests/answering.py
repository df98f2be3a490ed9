"""The team that was asked answers: yes with a date, no with a reason, another date, a question, another team."""

from slackapp.language import N_, Language
from slackapp.models.request_life import Verb
from slackapp.queries.requests import Card, Entry
from slackapp.views import inputs, rich
from slackapp.views.blocks import Block
from slackapp.views.entries import because, day
from slackapp.views.requests.facts import not_before_today
from slackapp.views.rich import Line
from slackapp.views.steps import Place, Stage, Step


def _accept(shown: Card, _: Language) -> list[Block]:
    return [
        inputs.field(
            "promised",
            _("When will it be done?"),
            inputs.day(not_before_today(shown)),
            hint=_("You become the owner, and this is the date that the requester is told."),
        )
    ]


def _accepted(entry: Entry, _: Language) -> Line:
    return rich.line("{by} accepted it and promises {day}", _, by=entry.by, day=day(entry, "promised", _))


def _ask(__: Card, _: Language) -> list[Block]:
    return [inputs.reason(_("What do you need to know?"), "question")]


def _asked(entry: Entry, _: Language) -> Line:
    return because(rich.line("{by} asks the requester", _, by=entry.by), entry)


def _answer(shown: Card, _: Language) -> list[Block]:
    asked = [rich.quote(shown.question)] if shown.question else []
    return [*asked, inputs.reason(_("Your answer"), "answer")]


def _answered(entry: Entry, _: Language) -> Line:
    return because(rich.line("{by} answers", _, by=entry.by), entry)


def _propose(__: Card, _: Language) -> list[Block]:
    return [
        inputs.field("proposed", _("Which date would work?"), inputs.day()),
        inputs.reason(_("Why?"), optional=True),
    ]


def _proposed(entry: Entry, _: Language) -> Line:
    return because(rich.line("{by} proposes {day}", _, by=entry.by, day=day(entry, "proposed", _)), entry)


def _agreed(entry: Entry, _: Language) -> Line:
    return rich.line("{by} agrees to {day}", _, by=entry.by, day=day(entry, "promised", _))


def _date_refused(entry: Entry, _: Language) -> Line:
    return rich.line("{by} cannot do with {day}", _, by=entry.by, day=day(entry, "proposed", _))


def _hand_over(__: Card, _: Language) -> list[Block]:
    return [
        inputs.field("team", _("Which team takes it?"), inputs.search("team")),
        inputs.reason(_("Why that team?")),
    ]


def _handed_over(entry: Entry, _: Language) -> Line:
    teams = {"by": entry.by, "old": entry.about.get("from_team", "?"), "new": entry.about.get("team", "?")}
    return because(rich.line("{by} handed it over from {old} to {new}, who must accept it", _, **teams), entry)


def _decline(__: Card, _: Language) -> list[Block]:
    return [inputs.reason(_("Why not?"))]


def _declined(entry: Entry, _: Language) -> Line:
    return because(rich.line("{by} declined", _, by=entry.by), entry)


STEPS: Stage[Verb, Card, Entry] = (
    Step(Verb.ACCEPT, _accepted, N_("Accept"), Place.ROW, "primary", _accept),
    Step(Verb.ASK, _asked, N_("Ask the requester"), Place.MENU, fields=_ask),
    Step(
        Verb.PROPOSE,
        _proposed,
        N_("Propose another date"),
        Place.MENU,
        fields=_propose,
        submit=N_("Another date"),
    ),
    Step(Verb.AGREE, _agreed, N_("Agree"), Place.OWN, "primary"),
    Step(Verb.REFUSE_DATE, _date_refused, N_("That date does not work"), Place.OWN),
    Step(Verb.ANSWER, _answered, N_("Answer"), Place.OWN, "primary", _answer),
    Step(
        Verb.HAND_OVER,
        _handed_over,
        N_("Hand over to another team"),
        Place.MENU,
        fields=_hand_over,
        submit=N_("Hand over"),
    ),
    Step(Verb.DECLINE, _declined, N_("Decline"), Place.EITHER, fields=_decline),
)

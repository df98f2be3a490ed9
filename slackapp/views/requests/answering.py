"""The team that was asked answers: yes with a date, no with a reason, another date, a question, another team."""

from slackapp.language import N_, Language
from slackapp.models.request_life import RequestVerb
from slackapp.queries.requests import RequestCard, RequestEntry
from slackapp.views import inputs, rich
from slackapp.views.blocks import Block
from slackapp.views.entries import because, day
from slackapp.views.requests.facts import not_before_today
from slackapp.views.rich import Line
from slackapp.views.steps import ButtonPlace, Stage, Step


def _accept(shown: RequestCard, _: Language) -> list[Block]:
    return [
        inputs.field(
            "promised",
            _("When will it be done?"),
            inputs.day(not_before_today(shown)),
            hint=_("You become the owner, and this is the date that the requester is told."),
        )
    ]


def _accepted(entry: RequestEntry, _: Language) -> Line:
    return rich.line("{by} accepted it and promises {day}", _, by=entry.by, day=day(entry, "promised", _))


def _ask(__: RequestCard, _: Language) -> list[Block]:
    return [inputs.reason(_("What do you need to know?"), "question")]


def _asked(entry: RequestEntry, _: Language) -> Line:
    return because(rich.line("{by} asks the requester", _, by=entry.by), entry)


def _answer(shown: RequestCard, _: Language) -> list[Block]:
    asked = [rich.quote(shown.question)] if shown.question else []
    return [*asked, inputs.reason(_("Your answer"), "answer")]


def _answered(entry: RequestEntry, _: Language) -> Line:
    return because(rich.line("{by} answers", _, by=entry.by), entry)


def _propose(__: RequestCard, _: Language) -> list[Block]:
    return [
        inputs.field("proposed", _("Which date would work?"), inputs.day()),
        inputs.reason(_("Why?"), optional=True),
    ]


def _proposed(entry: RequestEntry, _: Language) -> Line:
    return because(rich.line("{by} proposes {day}", _, by=entry.by, day=day(entry, "proposed", _)), entry)


def _agreed(entry: RequestEntry, _: Language) -> Line:
    return rich.line("{by} agrees to {day}", _, by=entry.by, day=day(entry, "promised", _))


def _date_refused(entry: RequestEntry, _: Language) -> Line:
    return rich.line("{by} cannot do with {day}", _, by=entry.by, day=day(entry, "proposed", _))


def _hand_over(__: RequestCard, _: Language) -> list[Block]:
    return [
        inputs.field("team", _("Which team takes it?"), inputs.search("team")),
        inputs.reason(_("Why that team?")),
    ]


def _handed_over(entry: RequestEntry, _: Language) -> Line:
    teams = {"by": entry.by, "old": entry.about.get("from_team", "?"), "new": entry.about.get("team", "?")}
    return because(rich.line("{by} handed it over from {old} to {new}, who must accept it", _, **teams), entry)


def _decline(__: RequestCard, _: Language) -> list[Block]:
    return [inputs.reason(_("Why not?"))]


def _declined(entry: RequestEntry, _: Language) -> Line:
    return because(rich.line("{by} declined", _, by=entry.by), entry)


STEPS: Stage[RequestVerb, RequestCard, RequestEntry] = (
    Step(RequestVerb.ACCEPT, _accepted, N_("Accept"), ButtonPlace.ROW, "primary", _accept),
    Step(RequestVerb.ASK, _asked, N_("Ask the requester"), ButtonPlace.MENU, fields=_ask),
    Step(
        RequestVerb.PROPOSE,
        _proposed,
        N_("Propose another date"),
        ButtonPlace.MENU,
        fields=_propose,
        submit=N_("Another date"),
    ),
    Step(RequestVerb.AGREE, _agreed, N_("Agree"), ButtonPlace.OWN, "primary"),
    Step(RequestVerb.REFUSE_DATE, _date_refused, N_("That date does not work"), ButtonPlace.OWN),
    Step(RequestVerb.ANSWER, _answered, N_("Answer"), ButtonPlace.OWN, "primary", _answer),
    Step(
        RequestVerb.HAND_OVER,
        _handed_over,
        N_("Hand over to another team"),
        ButtonPlace.MENU,
        fields=_hand_over,
        submit=N_("Hand over"),
    ),
    Step(RequestVerb.DECLINE, _declined, N_("Decline"), ButtonPlace.EITHER, fields=_decline),
)

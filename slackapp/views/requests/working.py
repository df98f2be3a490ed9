"""A request is worked on: started, blocked, given to a colleague, done."""

from slackapp.language import N_, Language
from slackapp.models.request_life import RequestVerb
from slackapp.queries.requests import RequestCard, RequestEntry
from slackapp.views import inputs, rich
from slackapp.views.blocks import Block
from slackapp.views.entries import because, day
from slackapp.views.requests.facts import not_before_today
from slackapp.views.rich import Line
from slackapp.views.steps import ButtonPlace, Stage, Step


def _started(entry: RequestEntry, _: Language) -> Line:
    return rich.line("{by} has begun", _, by=entry.by)


def _unblocked(entry: RequestEntry, _: Language) -> Line:
    return rich.line("{by}: nothing is in the way any more", _, by=entry.by)


def _assign(shown: RequestCard, _: Language) -> list[Block]:
    return [
        inputs.field("owner", _("Who will own it?"), inputs.person()),
        inputs.field("promised", _("When will it be done?"), inputs.day(shown.promised or not_before_today(shown))),
    ]


def _assigned(entry: RequestEntry, _: Language) -> Line:
    owner, promised = entry.about.get("owner", "?"), day(entry, "promised", _)
    return rich.line("{by} made {owner} the owner, promised for {day}", _, by=entry.by, owner=owner, day=promised)


def _block(shown: RequestCard, _: Language) -> list[Block]:
    hint = (
        _("A private request is not shown to that team.")
        if shown.is_private
        else _("That team sees it in its channel.")
    )
    return [
        inputs.reason(_("What is in the way?"), "what"),
        inputs.field("team", _("Which team can lift it?"), inputs.search("team"), hint=hint, optional=True),
    ]


def _blocked(entry: RequestEntry, _: Language) -> Line:
    if team := entry.about.get("team"):
        return because(rich.line("{by}: blocked, {team} can lift it", _, by=entry.by, team=team), entry)
    return because(rich.line("{by}: blocked", _, by=entry.by), entry)


def _finished(entry: RequestEntry, _: Language) -> Line:
    return rich.line("{by} says that it is done", _, by=entry.by)


STEPS: Stage[RequestVerb, RequestCard, RequestEntry] = (
    Step(RequestVerb.UNBLOCK, _unblocked, N_("Unblock"), ButtonPlace.ROW, "primary"),
    Step(RequestVerb.START, _started, N_("Start"), ButtonPlace.ROW, "primary"),
    Step(RequestVerb.ASSIGN, _assigned, N_("Assign"), ButtonPlace.ROW, fields=_assign),
    Step(RequestVerb.BLOCK, _blocked, N_("Blocked"), ButtonPlace.ROW, fields=_block),
    Step(RequestVerb.FINISH, _finished, N_("Done"), ButtonPlace.ROW),
)

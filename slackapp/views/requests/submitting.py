"""The form with which a request is made, and what it reads back."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from slackapp.language import Language
from slackapp.models.request_life import RequestVerb
from slackapp.models.requests import Priority, RequestTerms
from slackapp.queries.requests import RequestCard, RequestEntry
from slackapp.views import blocks, inputs, rich
from slackapp.views.blocks import Block, Element
from slackapp.views.requests.labels import PRIORITIES
from slackapp.views.rich import Line
from slackapp.views.steps import Stage, Step
from slackapp.views.typed import Typed


@dataclass(frozen=True)
class TeamChoice:
    """A team that can be chosen."""

    id: int
    name: str


@dataclass(frozen=True)
class RequestBlank:
    """What the form begins with. `draft` is the key under which the rest is remembered."""

    draft: str
    own_teams: Sequence[TeamChoice] = ()
    team: TeamChoice | None = None
    title: str = ""
    details: str = ""
    link: str = ""
    note: str = ""


def form(blank: RequestBlank, _: Language) -> Block:
    return blocks.modal(
        "request.form",
        _("New request"),
        [
            *([blocks.context(blank.note)] if blank.note else []),
            inputs.field("team", _("Which team do you ask?"), inputs.search("team", _team(blank))),
            inputs.field("title", _("What do you need?"), inputs.text(blank.title, most=3000)),
            inputs.field(
                "why",
                _("Why does it matter?"),
                inputs.text(most=3000, multiline=True),
                hint=_("What goes wrong without it, for whom? It helps the other team to put it in order."),
            ),
            inputs.field("needed_by", _("By when do you need it?"), inputs.day()),
            inputs.field("priority", _("Priority"), inputs.select(_priorities(_), Priority.NORMAL)),
            *_optional(blank, _),
        ],
        submit=_("Send"),
        close=_("Cancel"),
        about=json.dumps({"draft": blank.draft}),
    )


def _submitted(entry: RequestEntry, _: Language) -> Line:
    return rich.line("{by} asked for this", _, by=entry.by)


STEPS: Stage[RequestVerb, RequestCard, RequestEntry] = (Step(RequestVerb.SUBMIT, _submitted),)


def read(typed: Typed) -> RequestTerms:
    return RequestTerms(
        to_team_id=typed.number("team"),
        from_team_id=typed.number("from_team"),
        title=typed.text("title"),
        why=typed.text("why"),
        needed_by=typed.date("needed_by"),
        priority=typed.word("priority", Priority, Priority.NORMAL),
        details=typed.text("details"),
        customer=typed.text("customer"),
        link=typed.text("link"),
        attachments=typed.text("attachments"),
        is_private="private" in typed.ticked("privacy"),
    )


def _optional(blank: RequestBlank, _: Language) -> list[Block]:
    private = blocks.option(_("Only the lead, the owner and I can see it"), "private")
    return [
        *_from_team(blank, _),
        inputs.field("details", _("Details"), inputs.text(blank.details, most=3000, multiline=True), optional=True),
        inputs.field("customer", _("Customer"), inputs.text(most=200), optional=True),
        inputs.field("link", _("Link"), inputs.text(blank.link, most=3000, placeholder="https://"), optional=True),
        inputs.field(
            "attachments",
            _("Attachments"),
            inputs.text(most=3000, multiline=True),
            hint=_("Links to the files, one on each line."),
            optional=True,
        ),
        inputs.field("privacy", _("Keep private"), inputs.checkboxes([private]), optional=True),
    ]


def _from_team(blank: RequestBlank, _: Language) -> list[Block]:
    if not blank.own_teams:
        return []
    options = [_option(each) for each in blank.own_teams][:100]
    chosen = str(blank.own_teams[0].id) if len(blank.own_teams) == 1 else None
    return [inputs.field("from_team", _("On behalf of"), inputs.select(options, chosen), optional=True)]


def _team(blank: RequestBlank) -> Element | None:
    return _option(blank.team) if blank.team else None


def _option(team: TeamChoice) -> Element:
    return blocks.option(team.name, str(team.id))


def _priorities(_: Language) -> list[Element]:
    return [blocks.option(_(words), priority) for priority, words in PRIORITIES.items()]

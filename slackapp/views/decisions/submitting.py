"""The form in which a decision is proposed or recorded, and what it reads back (DEC-1)."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from slackapp.ids import ChannelId, UserId
from slackapp.language import Language
from slackapp.models.decision_life import DecisionVerb
from slackapp.models.decision_texts import Proposal, Wording
from slackapp.queries.decisions import DecisionCard, DecisionEntry, DecisionLink
from slackapp.references import DECISION
from slackapp.views import blocks, inputs, rich
from slackapp.views.blocks import Block, Element
from slackapp.views.entries import about
from slackapp.views.rich import Line
from slackapp.views.steps import Stage, Step
from slackapp.views.typed import Typed

DECIDED, PROPOSED = "decided", "proposed"
NOTHING_YET = Wording("", "")


@dataclass(frozen=True)
class DecisionBlank:
    """What the form begins with. `draft` is the key under which the rest is remembered."""

    draft: str
    driver_id: UserId
    texts: Wording = NOTHING_YET
    channels: tuple[ChannelId, ...] = ()
    teams: Sequence[tuple[int, str]] = ()
    replaces: DecisionLink | None = None


def form(blank: DecisionBlank, _: Language) -> Block:
    """Ask for what somebody needs who was not there."""
    return blocks.modal(
        "decision.form",
        _("Decision"),
        [*_what(blank, _), *_who(blank, _), *_when(_), *_more(blank, _)],
        submit=_("Send"),
        close=_("Cancel"),
        about=json.dumps({"draft": blank.draft}),
    )


def _proposed(entry: DecisionEntry, _: Language) -> Line:
    return rich.line("{by} proposed this; {driver} moves it", _, by=entry.by, driver=about(entry, "driver"))


def _recorded(entry: DecisionEntry, _: Language) -> Line:
    return rich.line("{by} decided this", _, by=entry.by)


STEPS: Stage[DecisionVerb, DecisionCard, DecisionEntry] = (
    Step(DecisionVerb.PROPOSE, _proposed),
    Step(DecisionVerb.RECORD, _recorded),
)


def read(typed: Typed) -> Proposal:
    return Proposal(
        wording=wording(typed),
        is_decided=typed.chosen("kind") == DECIDED,
        driver_id=typed.person("driver"),
        decider_id=typed.person("decider"),
        consulted=typed.people("consulted"),
        team_ids=typed.numbers("teams"),
        channels=typed.channels("channels"),
        until=typed.date("until"),
        silence_counts="counts" in typed.ticked("silence"),
        is_reversible=typed.chosen("reversible") != "no",
        review_on=typed.date("review"),
        replaces_id=typed.number("replaces"),
    )


def wording(typed: Typed) -> Wording:
    return Wording(typed.text("title"), typed.text("text"), typed.text("context"), typed.text("options"))


def texts(said: Wording, _: Language) -> list[Block]:
    return [
        inputs.field("title", _("Title"), inputs.text(said.title, most=300)),
        inputs.field("text", _("The decision, or what you propose"), inputs.text(said.text, most=3000, multiline=True)),
        inputs.field(
            "context",
            _("Context"),
            inputs.text(said.context, most=3000, multiline=True),
            hint=_("What is it about, and why now? Whoever joins later reads this first."),
            optional=True,
        ),
        inputs.field(
            "options",
            _("Options that were weighed"),
            inputs.text(said.options, most=3000, multiline=True),
            hint=_("And why not those."),
            optional=True,
        ),
    ]


def options_of(found: Sequence[DecisionLink], _: Language) -> list[Element]:
    return [blocks.option(titled(each), str(each.id)) for each in found]


def titled(link: DecisionLink) -> str:
    return f"{DECISION.of(link.number)} · {link.title}"


def _what(blank: DecisionBlank, _: Language) -> list[Block]:
    kinds = [
        blocks.option(_("A proposal: people can agree or object"), PROPOSED),
        blocks.option(_("Decided already, by me"), DECIDED),
    ]
    return [
        inputs.field("kind", _("What is it?"), inputs.select(kinds, PROPOSED)),
        *texts(blank.texts, _),
    ]


def _who(blank: DecisionBlank, _: Language) -> list[Block]:
    teams = [blocks.option(name, str(team_id)) for team_id, name in blank.teams]
    return [
        inputs.field("decider", _("Who decides?"), inputs.person(), hint=_("Exactly one person is accountable.")),
        inputs.field("driver", _("Who moves it?"), inputs.person(blank.driver_id)),
        inputs.field("consulted", _("Who is consulted?"), inputs.people(), optional=True),
        inputs.field("teams", _("Which teams does it concern?"), inputs.searches("team", teams), optional=True),
        inputs.field(
            "channels",
            _("Which channels does it concern?"),
            inputs.channels(blank.channels),
            hint=_("It is shown there, and to nobody who can read none of them."),
            optional=True,
        ),
    ]


def _when(_: Language) -> list[Block]:
    silence = blocks.option(_("If nobody objects by then, it is decided"), "counts")
    return [
        inputs.field("until", _("Until when can people answer?"), inputs.day(), optional=True),
        inputs.field(
            "silence",
            _("Silence"),
            inputs.checkboxes([silence]),
            hint=_("Only the decider can choose this."),
            optional=True,
        ),
        inputs.field(
            "review", _("When is it reviewed?"), inputs.day(), hint=_("Whoever moves it is asked then."), optional=True
        ),
    ]


def _more(blank: DecisionBlank, _: Language) -> list[Block]:
    reversible = [blocks.option(_("Yes"), "yes"), blocks.option(_("No, or hardly"), "no")]
    chosen = options_of([blank.replaces], _)[0] if blank.replaces else None
    return [
        inputs.field("reversible", _("Can it be undone?"), inputs.select(reversible, "yes")),
        inputs.field(
            "replaces", _("Does it replace an earlier decision?"), inputs.search("decision", chosen), optional=True
        ),
    ]

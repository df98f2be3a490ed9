"""The form with which decisions are looked for."""

from slackapp.language import Language
from slackapp.models.decision_life import DecisionState
from slackapp.queries.decisions import FoundDecisions, WantedDecisions
from slackapp.views import blocks, inputs
from slackapp.views.blocks import Block, Element
from slackapp.views.decisions.labels import STALE, STATES
from slackapp.views.typed import Typed

STATES_ASKED = tuple(state for state in DecisionState if state is not DecisionState.REVIEW_DUE)
"""A decision whose review is due is found among those that are decided."""


def search(shown: FoundDecisions, _: Language) -> Block:
    """Ask what to look for, beginning with what was looked for last."""
    wanted = shown.wanted
    team = blocks.option(shown.team, str(wanted.team_id)) if shown.team else None
    return blocks.modal(
        "decision.search",
        _("Find decisions"),
        [
            inputs.field(
                "words",
                _("Words"),
                inputs.text(wanted.words, most=200),
                hint=_("In Dutch or English; part of a word will do."),
                optional=True,
            ),
            inputs.field("team", _("Team"), inputs.search("team", team), optional=True),
            inputs.field("person", _("Person"), inputs.person(wanted.person_id), optional=True),
            inputs.field("state", _("State"), inputs.select(_states(_), wanted.state or None), optional=True),
            inputs.field("since", _("From"), inputs.day(wanted.since), optional=True),
            inputs.field("until", _("Until"), inputs.day(wanted.until), optional=True),
        ],
        submit=_("Search"),
        close=_("Cancel"),
    )


def read(typed: Typed) -> WantedDecisions:
    return WantedDecisions(
        words=typed.text("words"),
        team_id=typed.number("team"),
        person_id=typed.person("person"),
        state=typed.among("state", (*STATES_ASKED, "stale"), ""),
        since=typed.date("since"),
        until=typed.date("until"),
    )


def _states(_: Language) -> list[Element]:
    return [*(blocks.option(_(STATES[state]), state) for state in STATES_ASKED), blocks.option(_(STALE), "stale")]

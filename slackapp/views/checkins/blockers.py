"""The form of a request, filled in from a blocker (CHK-6)."""

import json
from collections.abc import Mapping
from datetime import date, timedelta

from slackapp.language import Language
from slackapp.language.shortening import one_line, shorten
from slackapp.queries.checkins.blockers import Named
from slackapp.views import blocks
from slackapp.views.blocks import Block
from slackapp.views.requests.submitting import RequestBlank, TeamChoice, read
from slackapp.views.requests.submitting import form as form_of_requests

__all__ = ["form", "read"]

A_WEEK = timedelta(days=7)  # what somebody asks for because they are blocked is needed soon
TITLE = 150
PRIVACY = "privacy"
"""What stands in the way is read by whoever reads the check-in: a request about it is no secret."""


def form(named: Named, today: date, draft: str, _: Language, *, beneath: Mapping[str, str]) -> Block:
    """One click, and the request can be sent as it stands. `beneath` is the page that is made true afterwards."""
    team = TeamChoice(named.team_id, named.team) if named.team_id else None
    details = _("From the check-in {checkin} of {day}:", checkin=named.checkin, day=_.date(named.day))
    blank = RequestBlank(
        draft=draft,
        own_teams=[TeamChoice(number, name) for number, name in named.own_teams],
        team=team,
        title=shorten(one_line(named.text), TITLE),
        details=shorten(f"{details}\n{named.text}", 3000),
    )
    begin = {"why": _("It stands in the way of {person}.", person=named.by), "needed_by": (today + A_WEEK).isoformat()}
    return blocks.modal(
        "checkin.request",
        _("New request"),
        [_begun(block, begin) for block in form_of_requests(blank, _)["blocks"] if block.get("block_id") != PRIVACY],
        submit=_("Send"),
        close=_("Cancel"),
        about=json.dumps({"answer": named.answer_id, "draft": draft, **beneath}),
    )


def _begun(block: Block, begin: Mapping[str, str]) -> Block:
    name = block.get("block_id", "")
    if name not in begin:
        return block
    key = "initial_date" if name == "needed_by" else "initial_value"
    return {**block, "element": {**block["element"], key: begin[name]}}

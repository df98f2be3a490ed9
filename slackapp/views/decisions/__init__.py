"""How decisions look. `MESSAGES` are the kinds of messages that rules about decisions put into the outbox."""

from collections.abc import Mapping
from typing import Any

from slackapp.language import Language
from slackapp.queries import decisions
from slackapp.views.blocks import Block
from slackapp.views.decisions import buttons, listing, records, search
from slackapp.views.decisions.card import card, linked
from slackapp.views.decisions.lines import thread_line, told
from slackapp.views.decisions.page import page
from slackapp.views.decisions.prompts import prompt, prompts, remark
from slackapp.views.decisions.records import coming
from slackapp.views.decisions.steps import STEPS
from slackapp.views.decisions.submitting import DecisionBlank, form, options_of, read, wording
from slackapp.views.decisions.versions import version
from slackapp.views.message import Files, MessageKind, Weight


def _show(shown: decisions.DecisionPrompt | decisions.Remark | decisions.DecisionTold, _: Language) -> Block:
    return buttons.show(shown.card.id, _, shown.card.ref)


def _own(_: int) -> Weight:
    return Weight.OWN


MESSAGES: Mapping[str, MessageKind[Any]] = {
    "decision.card": MessageKind(decisions.card, card),
    "decision.prompt": MessageKind(decisions.prompt, prompt, more=_show),
    "decision.remark": MessageKind(decisions.remark, remark, more=_show),
    "decision.line": MessageKind(decisions.entry, thread_line),
    "decision.told": MessageKind(decisions.told, told, more=_show),
    "decision.linked": MessageKind(decisions.card, linked),
    "decision.export": MessageKind(
        decisions.count, records.announced, weigh=_own, files=Files(decisions.records, records.files)
    ),
}

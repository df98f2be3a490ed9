"""The prompt and the reminder: templates, so that an organisation can word them its own way (CHK-2, CHK-4)."""

from collections.abc import Mapping
from typing import Any

from slackapp.language import Language
from slackapp.language.shortening import one_line, shorten
from slackapp.queries import checkins
from slackapp.queries.checkins import CheckinPrompt
from slackapp.views import blocks
from slackapp.views.blocks import Block
from slackapp.views.message import Content, MessageKind
from slackapp.views.templates import Templates

PLAN_SHOWN = 300  # the form has all of it


def prompts(templates: Templates) -> Mapping[str, MessageKind[Any]]:

    def prompt(shown: CheckinPrompt, _: Language) -> Content:
        return templates.render("prompts/checkin_prompt.jinja", _, **_values(shown, _))

    def reminder(shown: CheckinPrompt, _: Language) -> Content:
        return templates.render("prompts/checkin_reminder.jinja", _, **_values(shown, _))

    return {
        "checkin.prompt": MessageKind(checkins.prompt, prompt, more=_answer),
        "checkin.reminder": MessageKind(checkins.reminder, reminder, more=_answer),
    }


def _values(shown: CheckinPrompt, _: Language) -> dict[str, object]:
    plans = [shorten(one_line(plan), PLAN_SHOWN) for plan in shown.planned]
    return {"prompt": shown, "asks": _.many("{n} question", "{n} questions", shown.questions), "plans": plans}


def _answer(shown: CheckinPrompt, _: Language) -> Block:
    return blocks.button("checkin.answer", _("Answer"), shown.value)

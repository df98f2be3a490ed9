"""The buttons of a request: those that are pressed most as buttons, the rest behind a menu."""

from collections.abc import Collection

from slackapp.language import Language
from slackapp.models.request_life import RequestVerb
from slackapp.views import blocks
from slackapp.views.blocks import Element
from slackapp.views.requests.steps import STEPS
from slackapp.views.steps import ButtonPlace


def row(possible: Collection[RequestVerb], request_id: int, _: Language) -> list[Element]:
    """The receiving team's buttons, without the menu; who has not answered yet can also decline."""
    decline = [STEPS.as_button(RequestVerb.DECLINE, request_id, _)] if _declines(possible) else []
    return [*STEPS.row(ButtonPlace.ROW, possible, request_id, _), *decline]


def menu(possible: Collection[RequestVerb], request_id: int, _: Language) -> Element:
    """What is needed less often; showing everything is always there."""
    rest = [verb for verb in possible if not (_declines(possible) and verb is RequestVerb.DECLINE)]
    show_all = blocks.option(_("Show everything"), f"show:{request_id}")
    return blocks.overflow("request.more", [*STEPS.options(rest, request_id, _), show_all])


def requester_row(possible: Collection[RequestVerb], request_id: int, _: Language) -> list[Element]:
    return STEPS.row(ButtonPlace.OWN, possible, request_id, _)


def show(request_id: int, _: Language) -> Element:
    return blocks.button("request.show", _("Show"), str(request_id))


def _declines(possible: Collection[RequestVerb]) -> bool:
    return RequestVerb.ACCEPT in possible and RequestVerb.DECLINE in possible

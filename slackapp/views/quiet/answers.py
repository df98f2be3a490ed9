"""What `/quiet` answers."""

from slackapp.language import Language
from slackapp.queries.quiet import Peace
from slackapp.views import blocks, rich
from slackapp.views.blocks import Element
from slackapp.views.message import Content
from slackapp.views.rich import Line


def said(shown: Peace, _: Language) -> Content:
    lines = [_now(shown, _), rich.words(_held(shown, _))]
    return Content(rich.plain(*lines), (rich.block(*lines), blocks.actions(*_buttons(shown, _))))


def _now(shown: Peace, _: Language) -> Line:
    if shown.until:
        return rich.line(
            "Until {until} you get no messages from Afspraak. What you do yourself is still answered.",
            _,
            until=rich.moment(shown.until),
        )
    return rich.line(
        "You get messages in your working hours, at most {count} a day. What is more comes together in one.",
        _,
        count=str(shown.a_day),
    )


def _held(shown: Peace, _: Language) -> str:
    if not shown.held:
        return _("Nothing is waiting for you.")
    return _.many("{n} message waits for you.", "{n} messages wait for you.", shown.held)


def _buttons(shown: Peace, _: Language) -> list[Element]:
    if shown.until:
        return [blocks.button("quiet.off", _("Write to me again"), style="primary")]
    tomorrow = blocks.button("quiet.tomorrow", _("Quiet until tomorrow"))
    return [tomorrow, blocks.button("quiet.week", _("Quiet for a week"))]

"""Quiet, in the Home: until when it is, and how to have it or to end it (QUI-2)."""

from zoneinfo import ZoneInfo

from slackapp.language import Language
from slackapp.queries.home import HomePage
from slackapp.views import blocks, quiet
from slackapp.views.blocks import Block


def peace(shown: HomePage, _: Language) -> Block:
    held = _.many("{n} message waits for you.", "{n} messages wait for you.", shown.peace.held)
    said = [_holds(shown, _), *([held] if shown.peace.held else [])]
    if shown.peace.until:
        return blocks.text(" ".join(said), blocks.button("quiet.off", _("I am back"), style="primary"))
    return blocks.text(" ".join(said), quiet.offered(_))


def _holds(shown: HomePage, _: Language) -> str:
    if shown.peace.until:
        until = _.datetime(shown.peace.until, ZoneInfo(shown.tz))
        return _("🔕 Until {until} you get no messages from Afspraak.", until=until)
    return _(
        "🔔 You get messages in your working hours, at most {count} a day; what is more comes together in one.",
        count=_.number(shown.peace.a_day),
    )

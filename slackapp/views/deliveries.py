"""What people are told about deliveries themselves."""

from collections.abc import Mapping
from typing import Any

from slackapp.ids import ChannelId
from slackapp.language import N_, Language
from slackapp.queries import deliveries
from slackapp.queries.deliveries import Resumed, Undelivered
from slackapp.views import rich
from slackapp.views.message import Content, MessageKind
from slackapp.views.rich import Line

WHAT_TO_DO = {
    "is_archived": N_("The channel is archived: open it again, or give the team another channel with /teams."),
    "channel_not_found": N_("Afspraak is not in the channel, or it is gone: invite Afspraak, or choose another one."),
    "not_in_channel": N_("Afspraak is not in the channel: invite it with /invite."),
}


def dead(shown: Undelivered, _: Language) -> Content:
    """For whoever can put it right."""
    advice = WHAT_TO_DO.get(shown.reason, N_("Whoever runs Afspraak finds the messages with the command “doctor”."))
    lines = [_undelivered(shown, _), rich.words(_(advice))]
    return Content(rich.plain(*lines), (rich.block(*lines),))


def resumed(shown: Resumed, _: Language) -> Content:
    """For the administrators, when the app may speak again."""
    line = rich.line(
        "From {since} until {until} Afspraak could post nothing here: Slack said “{reason}”. "
        "Nothing is lost; what waited is posted now.",
        _,
        since=rich.moment(shown.since),
        until=rich.moment(shown.until),
        reason=shown.reason,
    )
    return Content(rich.plain(line), (rich.block(line),))


def _undelivered(shown: Undelivered, _: Language) -> Line:
    where = shown.where if shown.is_person else rich.channel(ChannelId(shown.where))
    return rich.line(
        "Messages to {where} cannot be posted: Slack says “{reason}”.", _, where=where, reason=shown.reason
    )


MESSAGES: Mapping[str, MessageKind[Any]] = {
    "delivery.dead": MessageKind(deliveries.undelivered, dead),
    "delivery.resumed": MessageKind(deliveries.resumed, resumed),
}

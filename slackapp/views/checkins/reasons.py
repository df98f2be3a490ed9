"""Whether somebody was asked, and why not."""

from slackapp.language import Language
from slackapp.models.schedules import Outcome
from slackapp.queries.checkins import Reason, Reasons
from slackapp.views import blocks, rich
from slackapp.views.blocks import Block
from slackapp.views.checkins.labels import OUTCOMES, PROGRESS
from slackapp.views.rich import Line


def reasons(shown: Reasons, _: Language) -> Block:
    lines = [_line(each, _) for each in shown.reasons]
    told = [rich.bullets(lines)] if lines else [blocks.text(_("Nothing was due for you yet."))]
    away = [] if shown.takes_part else [blocks.text(_("You do not take part in this check-in."))]
    return blocks.modal(
        "checkin.reasons", _("Asked or not"), [blocks.header(shown.name), *away, *told], close=_("Close")
    )


def _line(reason: Reason, _: Language) -> Line:
    day = rich.bold(_.date_short(reason.day))
    if reason.outcome is Outcome.MADE and reason.progress is not None:
        said = _("you were asked: {progress}", progress=_(PROGRESS[reason.progress]))
    else:
        said = _(OUTCOMES[reason.outcome])
    return [*day, *rich.words(f" — {said}")]

"""Teams in the Home."""

from collections.abc import Sequence

from slackapp.language import Language
from slackapp.queries.home import Mine
from slackapp.views import blocks, mrkdwn, rich
from slackapp.views.blocks import Block
from slackapp.views.home.texts import named, short
from slackapp.views.rich import Line


def mine(shown: Mine, _: Language) -> Sequence[Block]:
    """Which team, who leads it, and how much there is to do for it."""
    head = rich.joined(
        [named(shown.name), _lead(shown, _), *([rich.words(f"#{shown.channel}")] if shown.channel else [])]
    )
    show = blocks.button("teams.show", _("Show"), str(shown.id))
    return [mrkdwn.section(short(head), rich.joined(_work(shown, _)), accessory=show)]


def _lead(shown: Mine, _: Language) -> Line:
    return rich.words(_("you lead it")) if shown.is_lead else rich.line("Lead: {person}", _, person=shown.lead)


def _work(shown: Mine, _: Language) -> list[Line]:
    if not shown.ongoing:
        return [rich.words(_("no request to it is under way"))]
    ongoing = rich.words(_.many("{n} request under way", "{n} requests under way", shown.ongoing))
    late = [rich.bold(_.many("{n} late", "{n} late", shown.late))] if shown.late else []
    return [ongoing, *late]

"""The App Home: what waits for its reader first, then what they wait for, then what is theirs (HOM-1)."""

from collections.abc import Sequence
from itertools import chain

from slackapp.language import Language
from slackapp.queries.home import WAITS, HomePage, HomePart
from slackapp.views import blocks
from slackapp.views.blocks import Block
from slackapp.views.home import onboarding, parts, quiet

PAGE = "home.page"
MOST = 100
"""Blocks that Slack shows; there are never so many."""
OWN = (HomePart.AREAS, HomePart.CHECKINS, HomePart.TEAMS)


def page(shown: HomePage, _: Language) -> Block:
    """Everything of one person; that it is quiet comes first, and how to have quiet last."""
    is_quiet = shown.peace.until is not None
    groups = [
        [quiet.peace(shown, _)] if is_quiet else [],
        _waiting(shown, _),
        _parts(shown, (HomePart.SENT,), _("You wait for"), _),
        _parts(shown, OWN, _("Yours"), _),
        onboarding.steps(shown, _),
        [] if is_quiet else [quiet.peace(shown, _)],
    ]
    return {"type": "home", "callback_id": PAGE, "blocks": _apart(groups)[:MOST]}


def _waiting(shown: HomePage, _: Language) -> list[Block]:
    if not shown.waiting:
        return [blocks.header(_("Waits for you")), blocks.text(_("☀️ Nothing waits for you."))]
    return _parts(shown, WAITS, _("Waits for you"), _)


def _parts(shown: HomePage, chosen: Sequence[HomePart], heading: str, _: Language) -> list[Block]:
    some = [parts.part(each, shown, _) for each in chosen if shown.of(each).total]
    return [blocks.header(heading), *chain.from_iterable(some)] if some else []


def _apart(groups: Sequence[Sequence[Block]]) -> list[Block]:
    full: list[Block] = []
    for group in filter(None, groups):
        full += [*([blocks.divider()] if full else []), *group]
    return full

"""The steps of an area's life, in the order in which their buttons stand."""

from slackapp.language import Language
from slackapp.models.area_life import AreaVerb
from slackapp.queries.areas import AreaCard, AreaEntry
from slackapp.views import rich
from slackapp.views.areas import answering, changing, handing_over, registering
from slackapp.views.areas.facts import facts, heading
from slackapp.views.blocks import Block
from slackapp.views.steps import Steps


def _head(card: AreaCard, _: Language) -> Block:
    return rich.block(heading(card, _), *facts(card, _))


STEPS: Steps[AreaVerb, AreaCard, AreaEntry] = Steps(
    "area",
    (answering.STEPS, handing_over.STEPS, registering.STEPS, changing.STEPS),
    head=_head,
    about=lambda card: {"area": card.id},
)

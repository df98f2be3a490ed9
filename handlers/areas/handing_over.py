"""It is claimed, offered to somebody, given up."""

from handlers.areas.steps import STEP
from slackapp.models.area_life import AreaVerb
from slackapp.rules.areas import handing_over

STEP.answer(AreaVerb.CLAIM, handing_over.claim)
STEP.answer(
    AreaVerb.OFFER,
    handing_over.offer,
    to=lambda typed: typed.person("to"),
    team_id=lambda typed: typed.number("team"),
    why=lambda typed: typed.text("reason"),
)
STEP.answer(AreaVerb.TAKE_BACK, handing_over.take_back)
STEP.answer(AreaVerb.DISOWN, handing_over.disown, why=lambda typed: typed.text("reason"))

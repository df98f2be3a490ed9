"""The buttons of an area: by what somebody can do, or by what they are asked."""

from collections.abc import Collection, Sequence

from slackapp.language import Language
from slackapp.models.area_life import STILL_YOURS, WHOSE, AreaVerb, Why
from slackapp.views import blocks
from slackapp.views.areas.steps import STEPS
from slackapp.views.blocks import Element
from slackapp.views.steps import ButtonPlace


def asked(why: Why, area_id: int, _: Language) -> Sequence[Element]:
    if why is Why.OFFERED:
        answers = [STEPS.as_button(verb, area_id, _) for verb in (AreaVerb.ACCEPT, AreaVerb.REFUSE)]
    elif why in STILL_YOURS:
        answers = [STEPS.as_button(verb, area_id, _) for verb in (AreaVerb.CONFIRM, AreaVerb.OFFER, AreaVerb.DISOWN)]
    elif why in WHOSE:
        offer = STEPS.as_button(AreaVerb.OFFER, area_id, _, _("Offer to somebody"))
        answers = [STEPS.as_button(AreaVerb.CLAIM, area_id, _), offer]
    else:
        answers = [STEPS.as_button(AreaVerb.EDIT, area_id, _, _("Name a backup"), style="primary")]
    return [*answers, show(area_id, _)]


def row(verbs: Collection[AreaVerb], area_id: int, _: Language) -> list[Element]:
    options = STEPS.options(verbs, area_id, _)
    return [
        *STEPS.row(ButtonPlace.ROW, verbs, area_id, _),
        *([blocks.overflow("area.more", options)] if options else []),
    ]


def show(area_id: int, _: Language) -> Element:
    return blocks.button("area.show", _("Show"), str(area_id))

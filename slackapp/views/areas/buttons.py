"""The buttons of an area: by what somebody can do, or by what they are asked."""

from collections.abc import Collection, Sequence

from slackapp.language import Language
from slackapp.models.area_life import STILL_YOURS, WHOSE, Verb, Why
from slackapp.views import blocks
from slackapp.views.blocks import Element


def asked(why: Why, area_id: int, _: Language) -> Sequence[Element]:
    """What answers the question."""
    value = str(area_id)
    if why is Why.OFFERED:
        return [accept(value, _), blocks.button("area.refuse", _("Refuse"), value), show(value, _)]
    if why in STILL_YOURS:
        return [
            blocks.button("area.confirm", _("Still mine"), value, style="primary"),
            blocks.button("area.hand_over", _("Hand over"), value),
            blocks.button("area.not_mine", _("Not mine"), value),
            show(value, _),
        ]
    if why in WHOSE:
        return [claim(value, _), blocks.button("area.hand_over", _("Offer to somebody"), value), show(value, _)]
    return [blocks.button("area.edit", _("Name a backup"), value, style="primary"), show(value, _)]


def row(verbs: Collection[Verb], area_id: int, _: Language) -> list[Element]:
    """What somebody can do, on its page."""
    value = str(area_id)
    shown = [
        (Verb.ACCEPT, accept(value, _)),
        (Verb.REFUSE, blocks.button("area.refuse", _("Refuse"), value)),
        (Verb.CONFIRM, blocks.button("area.confirm", _("Still mine"), value, style="primary")),
        (Verb.CLAIM, claim(value, _)),
        (Verb.OFFER, blocks.button("area.hand_over", _("Hand over"), value)),
        (Verb.TAKE_BACK, blocks.button("area.take_back", _("Take the offer back"), value)),
        (Verb.DISOWN, blocks.button("area.not_mine", _("Not mine"), value)),
        (Verb.EDIT, blocks.button("area.edit", _("Change"), value)),
        (Verb.RESTORE, blocks.button("area.restore", _("Bring back"), value)),
    ]
    first = [button for verb, button in shown if verb in verbs]
    return [*first, *_menu(verbs, area_id, _)]


def accept(value: str, _: Language) -> Element:
    """Take over what is offered."""
    return blocks.button("area.accept", _("Accept"), value, style="primary")


def claim(value: str, _: Language) -> Element:
    """Own what nobody owns."""
    return blocks.button("area.claim", _("I own it"), value, style="primary")


def show(value: str, _: Language) -> Element:
    """The way to its page."""
    return blocks.button("area.show", _("Show"), value)


def _menu(verbs: Collection[Verb], area_id: int, _: Language) -> list[Element]:
    words = {Verb.SPLIT: _("Split"), Verb.MERGE: _("Merge into another"), Verb.RETIRE: _("Retire")}
    options = [blocks.option(label, f"{verb}:{area_id}") for verb, label in words.items() if verb in verbs]
    return [blocks.overflow("area.more", options)] if options else []

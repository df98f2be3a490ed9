"""It is claimed, offered to somebody, given up."""

from slackapp.language import N_, Language
from slackapp.models.area_life import AreaVerb
from slackapp.queries.areas import AreaCard, AreaEntry
from slackapp.views import inputs, rich
from slackapp.views.areas.answering import accepted
from slackapp.views.blocks import Block
from slackapp.views.entries import about
from slackapp.views.rich import Line
from slackapp.views.steps import ButtonPlace, Stage, Step


def _offer(card: AreaCard, _: Language) -> list[Block]:
    to = inputs.field(
        "to",
        _("Who takes it over?"),
        inputs.person(),
        hint=_("They accept or refuse within five working days. Until then it stays as it is."),
    )
    team = inputs.field(
        "team",
        _("To another team?"),
        inputs.search("team"),
        hint=_("Empty: it stays with {team}.", team=card.team),
        optional=True,
    )
    return [to, team, inputs.reason(_("Why?"), optional=True)]


def _offered(entry: AreaEntry, _: Language) -> Line:
    return rich.line("{by} offered it to {person}", _, by=entry.by, person=about(entry, "to"))


def _taken_back(entry: AreaEntry, _: Language) -> Line:
    return rich.line("{by} took the offer to {person} back", _, by=entry.by, person=about(entry, "to"))


def _expired(entry: AreaEntry, _: Language) -> Line:
    return rich.line("{person} did not answer the offer", _, person=about(entry, "to"))


def _disown(__: AreaCard, _: Language) -> list[Block]:
    return [inputs.reason(_("Why is it not yours?"))]


def _disowned(entry: AreaEntry, _: Language) -> Line:
    return rich.line("{by} says that it is not theirs", _, by=entry.by)


STEPS: Stage[AreaVerb, AreaCard, AreaEntry] = (
    Step(AreaVerb.CLAIM, accepted, N_("I own it"), ButtonPlace.ROW, "primary"),
    Step(
        AreaVerb.OFFER, _offered, N_("Hand over"), ButtonPlace.ROW, fields=_offer, submit=N_("Offer"), name="hand_over"
    ),
    Step(AreaVerb.TAKE_BACK, _taken_back, N_("Take the offer back"), ButtonPlace.ROW),
    Step(AreaVerb.EXPIRE, _expired),
    Step(AreaVerb.DISOWN, _disowned, N_("Not mine"), ButtonPlace.ROW, fields=_disown, name="not_mine"),
)

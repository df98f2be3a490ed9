"""It is claimed, offered to somebody, given up."""

from slackapp.language import N_, Language
from slackapp.models.area_life import Verb
from slackapp.queries.areas import Card, Entry
from slackapp.views import inputs, rich
from slackapp.views.areas.answering import accepted
from slackapp.views.blocks import Block
from slackapp.views.entries import about
from slackapp.views.rich import Line
from slackapp.views.steps import Place, Stage, Step


def _offer(card: Card, _: Language) -> list[Block]:
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


def _offered(entry: Entry, _: Language) -> Line:
    return rich.line("{by} offered it to {person}", _, by=entry.by, person=about(entry, "to"))


def _taken_back(entry: Entry, _: Language) -> Line:
    return rich.line("{by} took the offer to {person} back", _, by=entry.by, person=about(entry, "to"))


def _expired(entry: Entry, _: Language) -> Line:
    return rich.line("{person} did not answer the offer", _, person=about(entry, "to"))


def _disown(__: Card, _: Language) -> list[Block]:
    return [inputs.reason(_("Why is it not yours?"))]


def _disowned(entry: Entry, _: Language) -> Line:
    return rich.line("{by} says that it is not theirs", _, by=entry.by)


STEPS: Stage[Verb, Card, Entry] = (
    Step(Verb.CLAIM, accepted, N_("I own it"), Place.ROW, "primary"),
    Step(Verb.OFFER, _offered, N_("Hand over"), Place.ROW, fields=_offer, submit=N_("Offer"), name="hand_over"),
    Step(Verb.TAKE_BACK, _taken_back, N_("Take the offer back"), Place.ROW),
    Step(Verb.EXPIRE, _expired),
    Step(Verb.DISOWN, _disowned, N_("Not mine"), Place.ROW, fields=_disown, name="not_mine"),
)

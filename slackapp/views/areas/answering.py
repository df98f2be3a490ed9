"""Somebody answers what they are asked: still mine, taken over or not; and what the app notices where nobody does."""

from slackapp.language import N_, Language
from slackapp.models.area_life import AreaVerb
from slackapp.queries.areas import AreaCard, AreaEntry
from slackapp.views import inputs, rich
from slackapp.views.blocks import Block
from slackapp.views.entries import about
from slackapp.views.rich import Line
from slackapp.views.steps import ButtonPlace, Stage, Step


def _confirmed(entry: AreaEntry, _: Language) -> Line:
    return rich.line("{by} confirms that it is theirs", _, by=entry.by)


def _lost_owner(entry: AreaEntry, _: Language) -> Line:
    return rich.line("{person}, who owned it, is no member here any more", _, person=about(entry, "former"))


def _lost_backup(entry: AreaEntry, _: Language) -> Line:
    return rich.line("{person}, its backup, is no member here any more", _, person=about(entry, "former"))


def _lapsed(__: AreaEntry, _: Language) -> Line:
    return rich.words(_("Nobody confirmed it, after two reminders and a question to the lead"))


def accepted(entry: AreaEntry, _: Language) -> Line:
    if former := entry.about.get("former"):
        return rich.line("{by} took it over from {person}", _, by=entry.by, person=former)
    return rich.line("{by} owns it now", _, by=entry.by)


def _refuse(__: AreaCard, _: Language) -> list[Block]:
    return [inputs.reason(_("Why not?"))]


def _refused(entry: AreaEntry, _: Language) -> Line:
    return rich.line("{by} does not take it over", _, by=entry.by)


STEPS: Stage[AreaVerb, AreaCard, AreaEntry] = (
    Step(AreaVerb.ACCEPT, accepted, N_("Accept"), ButtonPlace.ROW, "primary"),
    Step(AreaVerb.REFUSE, _refused, N_("Refuse"), ButtonPlace.ROW, fields=_refuse),
    Step(AreaVerb.CONFIRM, _confirmed, N_("Still mine"), ButtonPlace.ROW, "primary"),
    Step(AreaVerb.LOSE_OWNER, _lost_owner),
    Step(AreaVerb.LOSE_BACKUP, _lost_backup),
    Step(AreaVerb.LAPSE, _lapsed),
)

"""Somebody answers what they are asked: still mine, taken over or not; and what the app notices where nobody does."""

from slackapp.language import N_, Language
from slackapp.models.area_life import Verb
from slackapp.queries.areas import Card, Entry
from slackapp.views import inputs, rich
from slackapp.views.blocks import Block
from slackapp.views.entries import about
from slackapp.views.rich import Line
from slackapp.views.steps import Place, Stage, Step


def _confirmed(entry: Entry, _: Language) -> Line:
    return rich.line("{by} confirms that it is theirs", _, by=entry.by)


def _lost_owner(entry: Entry, _: Language) -> Line:
    return rich.line("{person}, who owned it, is no member here any more", _, person=about(entry, "former"))


def _lost_backup(entry: Entry, _: Language) -> Line:
    return rich.line("{person}, its backup, is no member here any more", _, person=about(entry, "former"))


def _lapsed(__: Entry, _: Language) -> Line:
    return rich.words(_("Nobody confirmed it, after two reminders and a question to the lead"))


def accepted(entry: Entry, _: Language) -> Line:
    if former := entry.about.get("former"):
        return rich.line("{by} took it over from {person}", _, by=entry.by, person=former)
    return rich.line("{by} owns it now", _, by=entry.by)


def _refuse(__: Card, _: Language) -> list[Block]:
    return [inputs.reason(_("Why not?"))]


def _refused(entry: Entry, _: Language) -> Line:
    return rich.line("{by} does not take it over", _, by=entry.by)


STEPS: Stage[Verb, Card, Entry] = (
    Step(Verb.ACCEPT, accepted, N_("Accept"), Place.ROW, "primary"),
    Step(Verb.REFUSE, _refused, N_("Refuse"), Place.ROW, fields=_refuse),
    Step(Verb.CONFIRM, _confirmed, N_("Still mine"), Place.ROW, "primary"),
    Step(Verb.LOSE_OWNER, _lost_owner),
    Step(Verb.LOSE_BACKUP, _lost_backup),
    Step(Verb.LAPSE, _lapsed),
)

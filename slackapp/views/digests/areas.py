"""An area, as a line of a digest."""

from collections.abc import Mapping

from slackapp.language import N_, Language
from slackapp.models.area_life import AreaVerb, Standing
from slackapp.queries.digests.content import AreaLine
from slackapp.views import rich
from slackapp.views.areas.labels import SIGNS
from slackapp.views.areas.steps import STEPS
from slackapp.views.blocks import Element
from slackapp.views.digests.reader import Reader
from slackapp.views.digests.texts import TITLE, heading, joined, name, short
from slackapp.views.rich import Line

SURE: Mapping[Standing, str] = {
    Standing.UNCONFIRMED: N_("not confirmed any more"),
    Standing.ASKED: N_("to be confirmed"),
    Standing.RETIRED: N_("retired"),
}


def sign(shown: AreaLine) -> str:
    """What is seen before anything is read."""
    return SIGNS[shown.standing]


def is_settled(shown: AreaLine) -> bool:
    return shown.standing in {Standing.CONFIRMED, Standing.RETIRED}


def title(shown: AreaLine, _: Reader) -> Line:
    return heading(shown.url, short(shown.name, TITLE))


def facts(shown: AreaLine, by: Reader) -> Line:
    """Who owns it or has come to own it, of which team, and how sure that is."""
    team = rich.words(name(shown.team)) if shown.team != by.team else []
    return joined([_owner(shown, by.language), team, _sure(shown, by)])


def step(shown: AreaLine, _: Language) -> Element | None:
    match shown.standing:
        case Standing.UNOWNED:
            return STEPS.as_button(AreaVerb.CLAIM, shown.id, _)
        case Standing.OFFERED:
            return STEPS.as_button(AreaVerb.ACCEPT, shown.id, _)
        case Standing.ASKED | Standing.UNCONFIRMED:
            return STEPS.as_button(AreaVerb.CONFIRM, shown.id, _, style="")
        case _:
            return None


def _owner(shown: AreaLine, _: Language) -> Line:
    if not shown.owner:
        return rich.bold(_("nobody owns it")) if shown.standing is not Standing.RETIRED else []
    owner = name(shown.owner)
    if shown.former and shown.former != shown.owner:
        return rich.line("{owner} took it over from {former}", _, owner=owner, former=name(shown.former))
    return rich.words(owner)


def _sure(shown: AreaLine, by: Reader) -> Line:
    _ = by.language
    match shown.standing:
        case Standing.OFFERED if shown.offered_to:
            return rich.line("offered to {person}", _, person=rich.bold(name(shown.offered_to)))
        case Standing.UNCONFIRMED if shown.lapsed_at:
            return rich.line("not confirmed since {day}", _, day=by.day(shown.lapsed_at))
        case Standing.CONFIRMED if shown.confirmed_at and not shown.former:
            return rich.line("confirmed {day}", _, day=by.day(shown.confirmed_at))
        case standing:
            return rich.words(_(SURE[standing])) if standing in SURE else []

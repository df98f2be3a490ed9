"""What is known of an area, one line each."""

from slackapp.language import Language
from slackapp.language.shortening import one_line, shorten
from slackapp.models.area_life import AreaKind, Standing
from slackapp.queries.areas import AreaCard
from slackapp.views import rich
from slackapp.views.areas.labels import KINDS, SIGNS
from slackapp.views.rich import Line

DESCRIPTION_SHOWN = 400
LINKS_SHOWN = 3
PERSON_SHOWN = 60
"""How much of a person's name is shown where many stand together."""


def heading(card: AreaCard, _: Language) -> Line:
    name = rich.bold(one_line(card.name))
    if card.kind is AreaKind.RELATION and card.other_team:
        return rich.line("{area} · {team} and {other}", _, area=name, team=card.team, other=card.other_team)
    return rich.line("{area} · {team}", _, area=name, team=card.team)


def status(card: AreaCard, _: Language) -> Line:
    return [*rich.words(f"{SIGNS[card.standing]} "), *_standing(card, _)]


def facts(card: AreaCard, _: Language) -> list[Line]:
    """Owner, backup, team, channel, and when it was last confirmed (OWN-2); nothing that is empty."""
    lines = [_people(card, _), _place(card, _), status(card, _)]
    return [line for line in lines if line]


def person(name: str, _: Language) -> str:
    return shorten(one_line(name), PERSON_SHOWN) if name else _("nobody")


def texts(card: AreaCard) -> list[Line]:
    """What it is, and where more of it stands."""
    links = [each for each in card.links.split() if each.startswith(("https://", "http://"))][:LINKS_SHOWN]
    description = [rich.words(shorten(card.description, DESCRIPTION_SHOWN))] if card.description else []
    return [*description, *([rich.link(each, shorten(each, 80))] for each in links)]


def _people(card: AreaCard, _: Language) -> Line:
    owner = rich.bold(person(card.owner, _))
    backup = person(card.backup, _)
    return rich.line("Owner: {owner} · backup: {backup}", _, owner=owner, backup=backup)


def _place(card: AreaCard, _: Language) -> Line:
    team = rich.line("{kind} of {team}", _, kind=_(KINDS[card.kind]), team=rich.bold(card.team))
    return rich.joined([team, *([[rich.channel(card.channel_id)]] if card.channel_id else [])])


def _standing(card: AreaCard, _: Language) -> Line:
    match card.standing:
        case Standing.RETIRED:
            return rich.words(_("Retired: nobody needs to own it any more."))
        case Standing.OFFERED:
            return _offered(card, _)
        case Standing.UNOWNED:
            return rich.words(_("Nobody owns it."))
        case _ if card.confirmed_at is None:
            return rich.line("Not confirmed yet by {owner}", _, owner=person(card.owner, _))
        case Standing.UNCONFIRMED:
            return rich.line("Not confirmed any more; the last time was {day}", _, day=rich.day(card.confirmed_at))
        case _:
            return rich.line("Last confirmed {day}", _, day=rich.day(card.confirmed_at))


def _offered(card: AreaCard, _: Language) -> Line:
    until = [rich.day(card.offered_until)] if card.offered_until else []
    if card.owner:
        return rich.line(
            "Offered to {person}, who answers by {day}; until then {owner} is accountable",
            _,
            person=person(card.offered_to, _),
            day=until,
            owner=person(card.owner, _),
        )
    return rich.line(
        "Offered to {person}, who answers by {day}; nobody owns it", _, person=person(card.offered_to, _), day=until
    )

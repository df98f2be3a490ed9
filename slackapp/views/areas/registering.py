"""The form of an area, and what it reads back."""

import json

from slackapp.language import N_, Language
from slackapp.models.area_life import AreaKind, AreaVerb
from slackapp.models.area_terms import RHYTHMS, AreaTerms
from slackapp.queries.areas import AreaCard, AreaEntry, FilledArea
from slackapp.views import blocks, inputs, rich
from slackapp.views.areas.labels import FIELDS, KINDS
from slackapp.views.blocks import Block, Element
from slackapp.views.entries import about
from slackapp.views.rich import Line
from slackapp.views.steps import ButtonPlace, Stage, Step
from slackapp.views.typed import Typed


def form(filled: FilledArea, _: Language) -> Block:
    """What it is and who answers for it. An area that stands already keeps its owner: handing over is an offer."""
    terms = filled.terms
    return blocks.modal(
        "area.form",
        _("New area") if filled.area_id is None else _("Change"),
        [
            inputs.field("name", _("What is it called?"), inputs.text(terms.name, most=120)),
            inputs.field("kind", _("What kind of thing is it?"), inputs.select(_kinds(_), terms.kind)),
            inputs.field("team", _("Team"), inputs.search("team", _team(terms.team_id, filled.team))),
            *_owner(filled, _),
            _backup(filled, _),
            *_optional(filled, _),
        ],
        submit=_("Save"),
        close=_("Cancel"),
        about=json.dumps({"area": filled.area_id}),
    )


def _added(entry: AreaEntry, _: Language) -> Line:
    if part := entry.about.get("split_from"):
        return rich.line("{by} split it off from {area}", _, by=entry.by, area=part)
    if owner := entry.about.get("owner"):
        return rich.line("{by} registered it, with {owner} as its owner", _, by=entry.by, owner=owner)
    return rich.line("{by} registered it, without an owner", _, by=entry.by)


def _edited(entry: AreaEntry, _: Language) -> Line:
    if team := entry.about.get("moved_from"):
        return rich.line("{by} moved it here from {team}", _, by=entry.by, team=team)
    if name := entry.about.get("former_name"):
        return rich.line("{by} renamed it; it was called {area}", _, by=entry.by, area=name)
    fields = [_(FIELDS[each]) for each in about(entry, "fields").split(", ") if each in FIELDS]
    return rich.line("{by} changed: {fields}", _, by=entry.by, fields=", ".join(fields))


STEPS: Stage[AreaVerb, AreaCard, AreaEntry] = (
    Step(AreaVerb.ADD, _added),
    Step(AreaVerb.EDIT, _edited, N_("Change"), ButtonPlace.ROW),
)


def read(typed: Typed) -> AreaTerms:
    """What was filled in, without the owner."""
    return AreaTerms(
        name=typed.text("name"),
        kind=typed.word("kind", AreaKind, AreaKind.SYSTEM),
        team_id=typed.number("team"),
        backup_id=typed.person("backup"),
        other_team_id=typed.number("other_team"),
        channel_id=typed.channel("channel"),
        description=typed.text("description"),
        links=typed.text("links"),
        every_days=typed.number("every") or RHYTHMS[2],
    )


def _owner(filled: FilledArea, _: Language) -> list[Block]:
    if filled.area_id is not None:
        return []
    hint = _("Somebody else than you is asked whether it is theirs. Nobody yet? Then the team’s lead is asked who.")
    return [inputs.field("owner", _("Owner"), inputs.person(filled.owner_id), hint=hint, optional=True)]


def _backup(filled: FilledArea, _: Language) -> Block:
    hint = _("Who stands in, and is asked when the owner is gone.")
    return inputs.field("backup", _("Backup"), inputs.person(filled.terms.backup_id), hint=hint, optional=True)


def _optional(filled: FilledArea, _: Language) -> list[Block]:
    terms = filled.terms
    other = inputs.search("team", _team(terms.other_team_id, filled.other_team))
    channel_hint = _("Where one asks about it; empty is the channel of the team.")
    return [
        inputs.field("other_team", _("Other team, of a relation"), other, optional=True),
        inputs.field("channel", _("Channel"), inputs.channel(terms.channel_id), hint=channel_hint, optional=True),
        inputs.field(
            "description", _("Description"), inputs.text(terms.description, most=3000, multiline=True), optional=True
        ),
        inputs.field(
            "links",
            _("Links"),
            inputs.text(terms.links, most=3000, multiline=True),
            hint=_("One on each line."),
            optional=True,
        ),
        inputs.field(
            "every", _("How often is the owner asked?"), inputs.select(_rhythms(terms, _), str(terms.every_days))
        ),
    ]


def _kinds(_: Language) -> list[Element]:
    return [blocks.option(_(words), kind) for kind, words in KINDS.items()]


def _rhythms(terms: AreaTerms, _: Language) -> list[Element]:
    days = sorted({*RHYTHMS, terms.every_days})
    return [blocks.option(_.many("every {n} day", "every {n} days", each), str(each)) for each in days]


def _team(team_id: int | None, name: str) -> Element | None:
    return blocks.option(name, str(team_id)) if team_id else None

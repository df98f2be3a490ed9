"""It is split, merged, moved, retired and brought back."""

import json

from slackapp.language import N_, Language
from slackapp.models.area_life import AreaVerb
from slackapp.queries.areas import AreaCard, AreaEntry
from slackapp.views import blocks, inputs, rich
from slackapp.views.blocks import Block
from slackapp.views.entries import about
from slackapp.views.rich import Line
from slackapp.views.steps import ButtonPlace, Stage, Step


def _restored(entry: AreaEntry, _: Language) -> Line:
    return rich.line("{by} brought it back", _, by=entry.by)


def _split(card: AreaCard, _: Language) -> list[Block]:
    return [
        inputs.field("name", _("What is the new part called?"), inputs.text(most=120)),
        inputs.field("description", _("Description"), inputs.text(most=3000, multiline=True), optional=True),
        inputs.field("owner", _("Who owns the new part?"), inputs.person(card.owner_id), optional=True),
    ]


def _was_split(entry: AreaEntry, _: Language) -> Line:
    return rich.line("{by} split off {area}", _, by=entry.by, area=about(entry, "part"))


def _merge(__: AreaCard, _: Language) -> list[Block]:
    return [
        inputs.field(
            "area",
            _("Of which area does it become a part?"),
            inputs.search("area"),
            hint=_("This one is retired, and the owner of the other one is asked whether it is still theirs."),
        )
    ]


def _merged(entry: AreaEntry, _: Language) -> Line:
    if into := entry.about.get("into"):
        return rich.line("{by} made it a part of {area}", _, by=entry.by, area=into)
    return rich.line("{by} made {area} a part of it", _, by=entry.by, area=about(entry, "part"))


def _retire(__: AreaCard, _: Language) -> list[Block]:
    return [inputs.reason(_("Why does nobody need to own it?"))]


def _retired(entry: AreaEntry, _: Language) -> Line:
    return rich.line("{by} retired it", _, by=entry.by)


def _moved(entry: AreaEntry, _: Language) -> Line:
    teams = {"old": about(entry, "moved_from"), "new": about(entry, "team")}
    return rich.line("{by} moved it from {old} to {new}", _, by=entry.by, **teams)


STEPS: Stage[AreaVerb, AreaCard, AreaEntry] = (
    Step(AreaVerb.RESTORE, _restored, N_("Bring back"), ButtonPlace.ROW),
    Step(AreaVerb.SPLIT, _was_split, N_("Split"), ButtonPlace.MENU, fields=_split),
    Step(AreaVerb.MERGE, _merged, N_("Merge into another"), ButtonPlace.MENU, fields=_merge, submit=N_("Merge")),
    Step(AreaVerb.RETIRE, _retired, N_("Retire"), ButtonPlace.MENU, fields=_retire),
    Step(AreaVerb.MOVE, _moved),
)


def move_all(team_id: int, team: str, _: Language) -> Block:
    target = inputs.field(
        "team",
        _("Which team takes all areas of {team}?", team=team),
        inputs.search("team"),
        hint=_("Each owner is asked at once whether it is still theirs."),
    )
    about_it = json.dumps({"team": team_id})
    return blocks.modal(
        "area.move_all", _("Move all"), [target], submit=_("Move all"), close=_("Cancel"), about=about_it
    )

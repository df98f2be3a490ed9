"""Bringing a table of areas: the form, what it would change, and what came of it (OWN-1)."""

import json
from collections.abc import Sequence

from slackapp.language import Language
from slackapp.language.refusals import told
from slackapp.language.shortening import one_line, shorten
from slackapp.models.area_plans import AreaChange, Fault, ImportPlan
from slackapp.views import blocks, inputs, rich
from slackapp.views.areas.labels import FIELDS
from slackapp.views.blocks import Block
from slackapp.views.rich import Line
from slackapp.views.typed import Typed

LINES = 15
"""How many lines of each kind the preview shows."""
NAME_SHOWN = 80
TABLES = ("table", "table_2", "table_3")
"""A field holds 3,000 letters: a longer table goes on in the next one."""


def form(_: Language) -> Block:
    hint = _(
        "The first line names the columns: name, kind, team, other team, owner, backup, channel, description, links, "
        "every (days)."
    )
    return blocks.modal(
        "area.import",
        _("Import areas"),
        [
            inputs.field("file", _("A CSV file"), inputs.file(("csv",)), optional=True),
            inputs.field("table", _("Or paste it"), inputs.text(most=3000, multiline=True), hint=hint, optional=True),
            inputs.field("table_2", _("Goes on"), inputs.text(most=3000, multiline=True), optional=True),
            inputs.field("table_3", _("Goes on"), inputs.text(most=3000, multiline=True), optional=True),
            blocks.context(_("Nothing is stored before you have seen what would change.")),
        ],
        submit=_("Look at it"),
        close=_("Cancel"),
    )


def read(typed: Typed) -> str:
    return "\n".join(text for text in (typed.text(name) for name in TABLES) if text)


def preview(plan: ImportPlan, draft: str, _: Language) -> Block:
    """What would change, and the lines that cannot be taken over."""
    if not plan.changes:
        return blocks.modal("area.import_seen", _("Import areas"), _body(plan, _), close=_("Close"))
    about = json.dumps({"draft": draft})
    title, submit = _("Import areas"), _("Store it")
    return blocks.modal("area.import_now", title, _body(plan, _), submit=submit, close=_("Cancel"), about=about)


def done(plan: ImportPlan, _: Language) -> Block:
    thanks = blocks.text(_("Stored. Owners are asked to confirm over the coming weeks, a few areas at a time."))
    return blocks.modal("area.imported", _("Import areas"), [thanks, *_body(plan, _)], close=_("Close"))


def _body(plan: ImportPlan, _: Language) -> list[Block]:
    counts = [
        _.many("{n} new area", "{n} new areas", len(plan.added)),
        _.many("{n} changed area", "{n} changed areas", len(plan.changed)),
        _.many("{n} stays as it is", "{n} stay as they are", plan.same),
        _.many("{n} line cannot be taken over", "{n} lines cannot be taken over", len(plan.faults)),
    ]
    return [
        rich.block(rich.bold(" · ".join(counts))),
        *_section(_("Cannot be taken over"), [_fault(each, _) for each in plan.faults], _),
        *_section(_("Changes"), [_change(each, _) for each in plan.changed], _),
        *_section(_("New"), [rich.words(_name(each.name)) for each in plan.added], _),
    ]


def _section(title: str, lines: Sequence[Line], _: Language) -> list[Block]:
    if not lines:
        return []
    left = len(lines) - LINES
    rest = [blocks.context(_.many("and {n} more", "and {n} more", left))] if left > 0 else []
    return [rich.block(rich.bold(title)), rich.bullets(lines[:LINES]), *rest]


def _fault(fault: Fault, _: Language) -> Line:
    name = rich.bold(_name(fault.name) if fault.name else _("without a name"))
    return rich.line("Line {n}, {area}: {why}", _, n=str(fault.line), area=name, why=told(fault.refusal, _))


def _change(change: AreaChange, _: Language) -> Line:
    fields = [_(FIELDS[each]) for each in change.fields if each in FIELDS]
    offer = [_("offered to another owner")] if change.offers else []
    return [*rich.bold(_name(change.name)), *rich.words(f": {', '.join([*fields, *offer])}")]


def _name(name: str) -> str:
    return shorten(one_line(name), NAME_SHOWN)

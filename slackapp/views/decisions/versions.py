"""One version of a decision: its texts, and what changed in it (DEC-4)."""

from slackapp.language import Language
from slackapp.models.decision_texts import Wording
from slackapp.queries.decisions import Version
from slackapp.views import blocks, rich
from slackapp.views.blocks import Block, Element
from slackapp.views.decisions.difference import changed
from slackapp.views.decisions.labels import FIELDS


def version(shown: Version, _: Language) -> Block:
    return blocks.modal(
        "decision.version",
        shown.ref,
        [
            rich.block(*_head(shown, _)),
            *_changes(shown, _),
            blocks.divider(),
            *_texts(shown.texts, _),
            *_neighbours(shown, _),
        ],
        close=_("Close"),
    )


def _head(shown: Version, _: Language) -> list[rich.Line]:
    numbers = {"number": str(shown.number), "newest": str(shown.newest)}
    by = rich.line("by {person}, {when}", _, person=shown.by, when=rich.moment(shown.at))
    return [
        rich.line("Version {number} of {newest}", _, **numbers),
        by,
        *([rich.words(shown.why)] if shown.why else []),
    ]


def _changes(shown: Version, _: Language) -> list[Block]:
    if shown.before is None:
        return []
    found: list[Block] = [rich.block(rich.bold(_("What changed")))]
    for name, label in FIELDS.items():
        line = changed(getattr(shown.before, name), getattr(shown.texts, name))
        found += [rich.block(rich.words(_(label)), line)] if line else []
    return found


def _texts(texts: Wording, _: Language) -> list[Block]:
    found: list[Block] = []
    for name, label in FIELDS.items():
        text = getattr(texts, name)
        found += [rich.block(rich.bold(_(label))), rich.quote(text)] if text else []
    return found


def _neighbours(shown: Version, _: Language) -> list[Block]:
    row: list[Element] = []
    if shown.number > 1:
        earlier = f"{shown.decision_id}:{shown.number - 1}"
        row.append(blocks.button("decision.version_earlier", _("Earlier version"), earlier))
    if shown.number < shown.newest:
        later = f"{shown.decision_id}:{shown.number + 1}"
        row.append(blocks.button("decision.version_later", _("Later version"), later))
    return [blocks.actions(*row)] if row else []

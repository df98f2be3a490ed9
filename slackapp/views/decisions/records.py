"""Decisions as files to take along: Markdown decision records, zipped, and a table (DEC-7)."""

import io
import zipfile
from collections.abc import Mapping

from slackapp.language import Language
from slackapp.language.shortening import one_line, shorten
from slackapp.normalization import slug
from slackapp.queries.decisions import DecisionCard, DecisionRecords, ShownVoice
from slackapp.views import blocks
from slackapp.views.decisions.labels import STANCES, STATES
from slackapp.views.decisions.table import table
from slackapp.views.message import Content, File

THE_SAME_EVERY_TIME = (1980, 1, 1, 0, 0, 0)


def announced(count: int, _: Language) -> Content:
    return Content(_.many("{n} decision that you may see", "{n} decisions that you may see", count), has_files=True)


def coming(_: Language) -> Content:
    """What whoever asks is told at once."""
    words = _("Your decisions are on their way: a zip and a table, in your direct messages with Afspraak.")
    return Content(words, (blocks.text(words),))


def files(shown: DecisionRecords, _: Language) -> tuple[File, ...]:
    return (
        File("decisions.zip", _("Decision records (Markdown)"), _zipped(shown, _)),
        File("decisions.csv", _("Decisions (table)"), table(shown, _)),
    )


def record(card: DecisionCard, names: Mapping[str, str], _: Language) -> str:
    """One decision record. `names` are the files of the decisions that are taken along, for the links between them."""
    lines = [f"- **{label}**: {value}" for label, value in _facts(card, names, _) if value]
    return "\n".join([f"# {card.ref} · {one_line(card.title)}", "", *lines, *_sections(card, _), ""])


def file_name(card: DecisionCard) -> str:
    """What its file is called: the number sorts, the title tells."""
    title = slug(card.title, 60)
    return f"D-{card.number:04}{f'-{title}' if title else ''}.md"


def _facts(card: DecisionCard, names: Mapping[str, str], _: Language) -> list[tuple[str, str]]:
    return [
        (_("State"), _(STATES[card.state])),
        (_("Decided"), _.date(card.decided_at.date()) if card.decided_at else ""),
        (_("Proposed"), _.date(card.proposed_at.date())),
        (_("Decider"), one_line(card.decider)),
        (_("Driver"), one_line(card.driver)),
        (_("Concerns"), ", ".join(one_line(team.name) for team in card.teams)),
        (_("Can it be undone?"), _("Yes") if card.is_reversible else _("No, or hardly")),
        (_("Review"), _.date(card.review_on) if card.review_on else ""),
        (_("Version"), str(card.version)),
        (_("Replaces"), ", ".join(_link(ref, names) for ref in card.replaces.split(", ") if ref)),
        (_("Superseded by"), _link(card.superseded_by, names)),
    ]


def _sections(card: DecisionCard, _: Language) -> list[str]:
    said = "\n".join(f"- {one_line(each.name) if card.is_recorded else _voice(each, _)}" for each in card.heard)
    texts = [
        (_("Context"), card.context),
        (_("Decision"), card.text),
        (_("Options that were weighed"), card.options),
        (_("Consulted"), said),
        (_("How it turned out"), card.turned_out),
    ]
    return [line for label, text in texts if text for line in ("", f"## {label}", "", text)]


def _voice(said: ShownVoice, _: Language) -> str:
    stance, reason = _(STANCES[said.stance]), f": {one_line(said.reason)}" if said.reason else ""
    return f"{one_line(said.name)} {stance}{reason}"


def _link(ref: str, names: Mapping[str, str]) -> str:
    return f"[{ref}]({names[ref]})" if ref in names else ref


def _zipped(shown: DecisionRecords, _: Language) -> bytes:
    names = {card.ref: file_name(card) for card in shown.cards}
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as folder:
        folder.writestr(_entry("README.md"), _contents(shown, names, _))
        for card in shown.cards:
            folder.writestr(_entry(names[card.ref]), record(card, names, _))
    return held.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    # Without the moment of making, so that the same decisions are the same file.
    entry = zipfile.ZipInfo(name, THE_SAME_EVERY_TIME)
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


def _contents(shown: DecisionRecords, names: Mapping[str, str], _: Language) -> str:
    lines = [_content(card, names, _) for card in shown.cards]
    missing = shown.total - len(shown.cards)
    older = [_.many("{n} older decision is left out.", "{n} older decisions are left out.", missing)] if missing else []
    return "\n".join(["# " + _("Decisions"), "", *lines, "", *older])


def _content(card: DecisionCard, names: Mapping[str, str], _: Language) -> str:
    state = _(STATES[card.state])
    return f"- [{card.ref}]({names[card.ref]}) {shorten(one_line(card.title), 200)} ({state})"

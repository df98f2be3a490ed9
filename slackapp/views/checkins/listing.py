"""The list of check-ins: what waits for somebody first."""

from collections.abc import Sequence

from slackapp.language import Language
from slackapp.models.checkins import CheckinState
from slackapp.queries.checkins import CheckinRow, ListedCheckins
from slackapp.queries.checkins.lists import PAGE
from slackapp.views import blocks, rich
from slackapp.views.blocks import Block, Element
from slackapp.views.checkins.page import state_of
from slackapp.views.message import Content


def listing(shown: ListedCheckins, _: Language) -> Content:
    new = blocks.button("checkin.new", _("New check-in"))
    away = blocks.button("checkin.away", _("Days off"))
    holidays = blocks.button("checkin.holidays", _("Public holidays"))
    return Content(_("Check-ins"), (*some(shown.rows, _), blocks.actions(new, away, holidays, *_pages(shown, _))))


def choice(rows: Sequence[CheckinRow], _: Language) -> Content:
    """Those that may be meant, where that is not one."""
    return Content(_("Check-ins"), some(rows, _))


def some(rows: Sequence[CheckinRow], _: Language) -> tuple[Block, ...]:
    said = [block for row in rows for block in _row(row, _)] or [blocks.text(_("There are no check-ins yet."))]
    return (blocks.header(_("Check-ins")), *said)


def _row(row: CheckinRow, _: Language) -> list[Block]:
    parts = [rich.bold(row.name), rich.words(state_of(row.state, row.next_at, _))]
    if row.next_at:
        parts.append(rich.line("next: {moment}", _, moment=rich.moment(row.next_at)))
    value = str(row.id)
    is_read = row.may_read and row.state is not CheckinState.DRAFT
    history = blocks.button("checkin.history", _("History"), value) if is_read else None
    show = blocks.button("checkin.show", _("Show"), value)
    return [rich.block(rich.joined(parts)), blocks.actions(*_answers(row, _), show, history)]


def _answers(row: CheckinRow, _: Language) -> list[Element]:
    """What somebody can do about the round that waits for them, or about the next one."""
    if row.due:
        value = f"{row.id}:{row.due}"
        return [
            blocks.button("checkin.answer", _("Answer"), value, style="primary"),
            blocks.button("checkin.skip", _("Skip"), value),
            blocks.button("checkin.not_this_week", _("Not this week"), value),
        ]
    early = blocks.button("checkin.answer", _("Answer early"), f"{row.id}:{row.next_day}")
    return [early] if row.next_day else []


def _pages(shown: ListedCheckins, _: Language) -> list[Element]:
    end = shown.start + len(shown.rows)
    earlier = blocks.button("checkin.list_earlier", _("Back"), str(max(0, shown.start - PAGE)))
    later = blocks.button("checkin.list_later", _("More"), str(end))
    return [*([earlier] if shown.start else []), *([later] if end < shown.total else [])]

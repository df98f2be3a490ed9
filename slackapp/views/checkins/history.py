"""The rounds of a check-in, participation by team, and the table to take along (CHK-9)."""

from collections.abc import Sequence

from slackapp import spreadsheets
from slackapp.language import Language
from slackapp.language.shortening import one_line, shorten
from slackapp.models.checkin_setups import QuestionKind
from slackapp.queries.checkins import (
    AnswerShown,
    AskedQuestion,
    CheckinHistory,
    CheckinRecords,
    CheckinRow,
    Past,
    Share,
    Summary,
)
from slackapp.queries.checkins.history import A_PAGE
from slackapp.views import blocks, rich
from slackapp.views.blocks import Block, Element
from slackapp.views.checkins.replies import told
from slackapp.views.message import Content, File


def history(shown: CheckinHistory, _: Language) -> Block:
    rows = [block for each in shown.rounds for block in _round(each, _)]
    none = [] if rows else [blocks.text(_("There has been no round yet."))]
    take = blocks.button("checkin.export", _("Send me the answers (CSV)"), str(shown.checkin_id))
    return blocks.modal(
        "checkin.history",
        _("History"),
        [blocks.header(shown.name), *rows, *none, blocks.actions(*_pages(shown, _), take)],
        close=_("Close"),
    )


def choice(rows: Sequence[CheckinRow], _: Language) -> Content:
    """Of which check-in, where there are several."""
    buttons = [
        blocks.actions(blocks.button("checkin.history", shorten(one_line(row.name), 75), str(row.id))) for row in rows
    ]
    none = [] if buttons else [blocks.text(_("There are no check-ins whose answers you can read."))]
    return Content(_("History"), (blocks.header(_("History")), *buttons, *none))


def announced(name: str, _: Language) -> Content:
    return Content(rich.plain(rich.line("The answers of {checkin}", _, checkin=name)), has_files=True)


def coming(_: Language) -> Block:
    """What whoever asks is told at once."""
    return blocks.notice(_, _("On its way"), _("The table is on its way to your direct messages with Afspraak."))


def files(shown: CheckinRecords, _: Language) -> tuple[File, ...]:
    """The table: a line for each answer."""
    heads = [_("Round"), _("Person"), _("Question"), _("Answer"), _("Team"), _("Request")]
    table = spreadsheets.written([heads, *(row for round_ in shown.rounds for row in _rows(round_, _))])
    return (File("checkin.csv", _("Answers (table)"), table),)


def _round(past: Past, _: Language) -> list[Block]:
    count = rich.line("{answered} of {asked} answered", _, answered=str(past.answered), asked=str(past.asked))
    head = rich.joined([rich.bold(_.date(past.day)), count, *([rich.words(_("still open"))] if past.is_open else [])])
    shares = " · ".join(_share(each, _) for each in past.shares)
    show = blocks.button("checkin.round", _("Show"), str(past.id))
    return [rich.block(head, *([rich.words(shares)] if shares else [])), blocks.actions(show)]


def _share(share: Share, _: Language) -> str:
    team = share.team or _("no team")
    return f"{team} {_.number(share.answered)}/{_.number(share.asked)}"


def _pages(shown: CheckinHistory, _: Language) -> list[Element]:
    buttons: list[Element] = []
    if shown.start > 0:
        earlier = max(0, shown.start - A_PAGE)
        buttons.append(blocks.button("checkin.newer", _("Newer"), f"{shown.checkin_id}:{earlier}"))
    if shown.start + A_PAGE < shown.total:
        buttons.append(blocks.button("checkin.older", _("Older"), f"{shown.checkin_id}:{shown.start + A_PAGE}"))
    return buttons


def _rows(shown: Summary, _: Language) -> list[list[str]]:
    day = shown.day.isoformat()
    blocked = [[day, each.by, _("Blocker"), each.text, each.lifting.team, each.lifting.ref] for each in shown.blockers]
    said = [
        [day, reply.by, part.question.text, _cell(part.question, reply, _), "", ""]
        for part in shown.sections
        for reply in part.replies
    ]
    return [*blocked, *said]


def _cell(question: AskedQuestion, reply: AnswerShown, _: Language) -> str:
    """A number without signs between its thousands, as the reader's spreadsheet takes it."""
    if question.kind is QuestionKind.NUMBER and reply.number is not None:
        return _.digits(reply.number)
    return told(question, reply, _)

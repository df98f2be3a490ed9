"""A round of a check-in, as a line of a digest: how many answered, and what is in their way."""

from slackapp.language import Language
from slackapp.queries.digests.content import Blockade, RoundLine
from slackapp.views import blocks, rich
from slackapp.views.blocks import Element
from slackapp.views.digests.reader import Reader
from slackapp.views.digests.texts import NAME, heading, joined, name, sentence, short
from slackapp.views.rich import Line

BLOCKADES = 2
"""So many are told; the rest stands in the summary that the line links to."""


def sign(shown: RoundLine) -> str:
    """What is seen before anything is read."""
    return "⛔" if shown.blockades else "📝"


def is_settled(_: RoundLine) -> bool:
    """What was in somebody's way is told in the summary, not here."""
    return False


def title(shown: RoundLine, by: Reader) -> Line:
    about = {"checkin": short(shown.name, 2 * NAME), "day": by.language.date_short(shown.day)}
    return heading(shown.url, by.language("{checkin}, {day}", **about))


def facts(shown: RoundLine, by: Reader) -> Line:
    """Never who has answered: how many, until when it is open, and what is in the way."""
    _ = by.language
    answered = rich.line("{answered} of {asked} answered", _, **_counts(shown, _))
    told = [_blockade(each, _) for each in shown.blockades[:BLOCKADES]]
    return joined([answered, _until(shown, by), *told, _more(shown, _)])


def step(shown: RoundLine, _: Language) -> Element | None:
    value = f"{shown.checkin_id}:{shown.day.isoformat()}"
    return blocks.button("checkin.answer", _("Answer"), value) if shown.is_open else None


def _counts(shown: RoundLine, _: Language) -> dict[str, str | rich.Piece | Line]:
    return {"answered": _.number(shown.answered), "asked": _.number(shown.asked)}


def _until(shown: RoundLine, by: Reader) -> Line:
    return rich.line("open until {moment}", by.language, moment=by.moment(shown.closes_at)) if shown.is_open else []


def _blockade(shown: Blockade, _: Language) -> Line:
    what = sentence(shown.text)
    said = rich.words(f"{name(shown.by)}: {what}" if shown.by else what)
    where = rich.words(shown.ref) if shown.ref else _who(shown, _)
    return [*said, *rich.words(" ("), *where, *rich.words(")")] if where else said


def _who(shown: Blockade, _: Language) -> Line:
    return rich.line("{team} can lift it", _, team=rich.bold(name(shown.team))) if shown.team else []


def _more(shown: RoundLine, _: Language) -> Line:
    left = len(shown.blockades) - BLOCKADES
    return rich.words(_.many("and {n} more", "and {n} more", left)) if left > 0 else []

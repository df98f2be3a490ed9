"""What the template of a digest can say, besides what every template can."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import groupby
from typing import Any

from slackapp.language import Language
from slackapp.queries.digests.content import FEW, DigestPage, DigestPart
from slackapp.views import mrkdwn, rich
from slackapp.views.blocks import Element
from slackapp.views.digests import headings, lines, trend
from slackapp.views.digests.reader import Reader
from slackapp.views.message import Block
from slackapp.views.template_rows import SAID, picture, writes, writes_each

SAYS: Mapping[str, Callable[..., object]] = {
    "headline": headings.headline,
    "teams": headings.teams,
    "period": headings.period,
    "summary": headings.summary,
    "section": headings.section,
    "named": headings.named,
    "counts": headings.counts,
    "everything": headings.everything,
    "footer": headings.footer,
    "quiet": headings.quiet,
    "trend": trend.words,
}
"""Each is a function of what stands in the page; the language is added."""
READS: Mapping[str, Callable[..., object]] = {
    "line": lines.whole,
    "title": lines.title,
    "facts": lines.facts,
    "step": lines.step,
    "stuck": lines.stuck,
    "kept": lines.kept,
}
"""The same for a single item; who reads it is added."""


def words_for(page: DigestPage, _: Language) -> dict[str, Any]:
    by = Reader.of(page, _)
    return {
        "page": page,
        "items": writes_each(partial(_items, by)),
        "brief": partial(_brief, by),
        "picture": writes(partial(_picture, _)),
        **{name: partial(_last, say, _) for name, say in SAYS.items()},
        **{name: partial(_last, read, by) for name, read in READS.items()},
    }


def _items(by: Reader, part: DigestPart) -> Iterator[Block]:
    """At most five lines: with its button beside it where there is one, and the others close together."""
    for has_step, some in groupby(part.lines[:FEW], lambda item: lines.step(item, by) is not None):
        said = [(lines.whole(item, by), lines.step(item, by)) for item in some]
        yield from (_with_step(*each) for each in said) if has_step else [rich.block(*(line for line, _ in said))]
    if pairs := [lines.stuck(pair, by) for pair in part.between[:FEW]]:
        yield rich.block(*pairs)
    if teams := [lines.kept(team, by) for team in part.kept[:FEW]]:
        yield rich.block(*teams)


def _with_step(line: rich.Line, step: Element | None) -> Block:
    # The colour of a button is for what cannot wait.
    calm = {key: value for key, value in (step or {}).items() if key != "style"}
    return mrkdwn.section(line, accessory=calm) | {SAID: rich.plain(line)}


def _brief(by: Reader, part: DigestPart, most: int) -> list[rich.Line]:
    return [lines.whole(item, by) for item in part.lines[:most]]


def _picture(_: Language, page: DigestPage) -> Block | None:
    # Only what is posted can have a file in it: a preview says the same in words.
    if page.is_preview or not page.trend:
        return None
    return picture(trend.alternative(page, _), trend.drawn_from(page, _))


def _last(say: Callable[..., object], last: object, *about: object) -> object:
    return say(*about, last)

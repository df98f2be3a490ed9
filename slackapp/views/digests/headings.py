"""What stands around the lines of a digest: its headline, the week in a sentence, and the heading of each section."""

from collections.abc import Mapping
from zoneinfo import ZoneInfo

from slackapp.language import N_, Language
from slackapp.models.digests import Section
from slackapp.queries.digests.content import DigestPage, DigestPart
from slackapp.views import blocks, rich
from slackapp.views.blocks import Element
from slackapp.views.digests import lines
from slackapp.views.digests.texts import joined, name
from slackapp.views.rich import Line

NARROW = "\N{NO-BREAK SPACE}"
TEAMS = 3
"""So many are named; of more it is said how many."""

SECTIONS: Mapping[Section, tuple[str, str]] = {
    Section.ATTENTION: ("🔔", N_("Needs attention")),
    Section.STUCK: ("🔀", N_("Waiting between teams")),
    Section.KEPT: ("🤝", N_("Answered in the agreed time")),
    Section.INCOMING: ("📥", N_("Asked of us")),
    Section.OUTGOING: ("📤", N_("Asked of others")),
    Section.DECISIONS: ("⚖️", N_("Decisions")),
    Section.OWNERSHIP: ("🗝️", N_("Who owns what")),
    Section.CHECKINS: ("📋", N_("Check-ins")),
    Section.TREND: ("📈", N_("The last twelve weeks")),
}


def headline(page: DigestPage, _: Language) -> str:
    return _("{teams}, {period}", teams=teams(page, _), period=period(page, _))


def teams(page: DigestPage, _: Language) -> str:
    if not page.teams:
        return _("All teams")
    left = len(page.teams) - TEAMS
    more = [_.many("{n} more", "{n} more", left)] if left > 0 else []
    return _.list([*map(name, page.teams[:TEAMS]), *more])


def period(page: DigestPage, _: Language) -> str:
    """From the day of the last one to that of this one, in the digest's zone."""
    zone = ZoneInfo(page.tz)
    return _.period(page.since.astimezone(zone).date(), page.until.astimezone(zone).date())


def summary(page: DigestPage, _: Language) -> Line:
    """The week in a sentence or two, with how many more need attention than the last time."""
    return rich.joined([said for said in (_attention(page, _), _numbers(page, _)) if said], " ")


def section(part: DigestPart, _: Language) -> Line:
    """The heading of a section: its sign, its name, how many there are, and how many more than the last time."""
    # What a team kept is a share; how many teams that were says nothing.
    is_counted = part.total and part.section is not Section.KEPT
    return joined([named(part.section, _), rich.words(_.number(part.total) + _change(part)) if is_counted else []])


def named(which: str, _: Language) -> Line:
    sign, words = SECTIONS[Section(which)]
    return [*rich.words(f"{sign} "), *rich.bold(_(words))]


def counts(page: DigestPage, _: Language) -> Line:
    """How much there is in each section but the first, on one line."""
    apart = {Section.ATTENTION, Section.KEPT, Section.TREND}
    return joined(_counted(part, _) for part in page.parts if part.section not in apart and part.total)


def everything(page: DigestPage, part: DigestPart, _: Language) -> Element | None:
    """The way to all of a section, where not all of it is shown."""
    if part.more <= 0:
        return None
    return blocks.button("digest.all", _("Show all {n}", n=_.number(part.total)), f"{page.edition_id}:{part.section}")


def footer(page: DigestPage, _: Language) -> str:
    """When it comes, and where that is chosen."""
    if page.is_preview:
        return _("A preview that only you see. Change what it says, and when it comes, with /digest settings.")
    local = page.until.astimezone(ZoneInfo(page.tz))
    when = {"weekday": _.weekday(local.weekday()), "time": _.time(local.time())}
    return _("Every {weekday} at {time}. Change what it says, and when it comes, with /digest settings.", **when)


def quiet(page: DigestPage, _: Language) -> Line:
    whose, days = rich.bold(teams(page, _)), period(page, _)
    if Section.ATTENTION in page.sections:
        return rich.line("🌿 {teams}, {period}: a quiet week. Nothing needs attention.", _, teams=whose, period=days)
    return rich.line("🌿 {teams}, {period}: a quiet week.", _, teams=whose, period=days)


def _attention(page: DigestPage, _: Language) -> Line:
    part = page.part(Section.ATTENTION)
    if part is None:
        return _besides(page, _) if Section.ATTENTION in page.sections else []
    needs = _.many("{n} thing needs attention", "{n} things need attention", part.total)
    return [*rich.bold(needs), *rich.words(f"{_than_before(part, _)}.{_settled(part, _)}")]


def _besides(page: DigestPage, _: Language) -> Line:
    """Nothing of the teams' own needs attention, but something that they wait for may be late."""
    late = sum(lines.is_late(each) for part in page.parts for each in part.lines)
    if not late:
        return rich.bold(_("Nothing needs attention."))
    return rich.bold(_.many("{n} thing below is late.", "{n} things below are late.", late))


def _settled(part: DigestPart, _: Language) -> str:
    done = lines.settled(part.lines)
    said = _.many("{n} of them is settled by now.", "{n} of them are settled by now.", done)
    return f" {said}" if done else ""


def _than_before(part: DigestPart, _: Language) -> str:
    if part.change is None:
        return ""
    if not part.change:
        return _(", as many as last time")
    if part.change > 0:
        return _.many(", {n} more than last time", ", {n} more than last time", part.change)
    return _.many(", {n} fewer than last time", ", {n} fewer than last time", -part.change)


def _numbers(page: DigestPage, _: Language) -> Line:
    answered, finished = (rich.bold(_.many("{n} request", "{n} requests", n)) for n in (page.answered, page.finished))
    if page.answered and page.finished:
        alone = rich.bold(_.number(page.finished))
        return rich.line("{answered} answered, {finished} finished.", _, answered=answered, finished=alone)
    if page.answered:
        return rich.line("{answered} answered.", _, answered=answered)
    return rich.line("{finished} finished.", _, finished=finished) if page.finished else []


def _change(part: DigestPart) -> str:
    return f"{NARROW}({part.change:+d})".replace("-", "−") if part.change else ""


def _counted(part: DigestPart, _: Language) -> Line:
    name = rich.words(_(SECTIONS[part.section][1]) + NARROW)
    return [*name, *rich.bold(_.number(part.total)), *rich.words(_change(part))]

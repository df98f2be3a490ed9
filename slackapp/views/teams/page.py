"""The list of teams, and the page of one."""

import json
from collections.abc import Sequence

from slackapp.ids import UserId
from slackapp.language import N_, Language
from slackapp.queries.team_homes import Trouble
from slackapp.queries.team_pages import A_PAGE, Detail, Overview, TeamLine
from slackapp.views import blocks, rich
from slackapp.views.blocks import Block, Element
from slackapp.views.teams import countries, hours

MOST_MEMBERS = 50
"""A page is no list of the organisation: from here on only how many there are."""

TROUBLES = {
    Trouble.ARCHIVED: N_("Its channel is archived: it cannot be asked anything."),
    Trouble.NO_APP: N_("Afspraak is not in its channel: it cannot be asked anything."),
    Trouble.GONE: N_("Its channel is gone: it cannot be asked anything."),
}


def overview(shown: Overview, _: Language) -> Block:
    return blocks.modal(
        "teams.list",
        _("Archived teams") if shown.shows_archived else _("Teams"),
        [_above(shown, _), *(_lines(shown, _)), *_below(shown, _)],
        close=_("Close"),
        about=json.dumps({"archived": shown.shows_archived}),
    )


def detail(shown: Detail, _: Language) -> Block:
    edit = _edit(shown.line, _) if shown.line.may_change else None
    row = blocks.actions(edit, blocks.button("teams.list", _("All teams"), "0"))
    return _one(shown, _, [row])


def saved(shown: Detail, _: Language) -> Block:
    # No button leads on from here: Slack gives the next form the same id, and it would count as sent already.
    return _one(shown, _, [blocks.context(_("Saved."))])


def _one(shown: Detail, _: Language, below: Sequence[Block]) -> Block:
    facts = rich.block(*_facts(shown, _))
    page = [blocks.header(shown.line.team.name), facts, *_trouble(shown.line, _), *below]
    return blocks.modal("teams.one", _("Team"), page, close=_("Close"))


def _above(shown: Overview, _: Language) -> Block:
    if shown.shows_archived:
        return blocks.actions(blocks.button("teams.list", _("All teams"), "0"))
    return blocks.actions(blocks.button("teams.new", _("New team"), style="primary"))


def _lines(shown: Overview, _: Language) -> list[Block]:
    return [_in_list(line, _) for line in shown.lines] or [blocks.text(_nothing(shown, _))]


def _nothing(shown: Overview, _: Language) -> str:
    if shown.shows_archived:
        return _("No team is archived.")
    return _("There is no team yet. Create the first one: then others can ask it something.")


def _in_list(line: TeamLine, _: Language) -> Block:
    where = f"#{line.channel}" if line.channel else _("a private channel")
    words = [line.team.name, f"{line.lead} · {where}", hours.hours(line.team, _)]
    if line.trouble and not line.team.is_archived:
        words.append(_("⚠️ {trouble}", trouble=_(TROUBLES[line.trouble])))
    return blocks.text("\n".join(words), _beside(line, _))


def _beside(line: TeamLine, _: Language) -> Element:
    if not line.may_change:
        return blocks.button("teams.show", _("Show"), str(line.team.id))
    if line.team.is_archived:
        return blocks.button("teams.restore", _("Bring back"), str(line.team.id))
    return _edit(line, _)


def _edit(line: TeamLine, _: Language) -> Element:
    return blocks.button("teams.edit", _("Edit"), str(line.team.id))


def _below(shown: Overview, _: Language) -> list[Block]:
    end = shown.start + len(shown.lines)
    row = [
        blocks.button("teams.earlier", _("Previous"), str(max(0, shown.start - A_PAGE))) if shown.start else None,
        blocks.button("teams.later", _("Next"), str(end)) if end < shown.total else None,
        None if shown.shows_archived else _archived(shown.archived, _),
    ]
    return [blocks.actions(*row)] if any(row) else []


def _archived(count: int, _: Language) -> Element | None:
    label = _.many("Show {n} archived team", "Show {n} archived teams", count)
    return blocks.button("teams.archived", label, "0") if count else None


def _facts(shown: Detail, _: Language) -> list[rich.Line]:
    line, team = shown.line, shown.line.team
    where = rich.channel(team.home_channel) if line.channel else _("a private channel")
    country = countries.name(team.calendar, _) if team.calendar else _("none")
    return [
        rich.line("Lead: {person}", _, person=rich.person(team.lead_id)),
        rich.line("Home channel: {channel}", _, channel=where),
        rich.line("Members: {people}", _, people=_members(shown.members, _)),
        *([rich.line("User group: {group}", _, group=f"@{shown.group}")] if shown.group else []),
        rich.line("Works: {hours}", _, hours=hours.hours(team, _)),
        rich.line("Holidays of: {country}", _, country=country),
        rich.line("Answers within: {length}", _, length=hours.answers(team, _)),
    ]


def _members(members: Sequence[UserId], _: Language) -> rich.Line:
    shown = [[rich.person(member)] for member in members[:MOST_MEMBERS]]
    left = len(members) - len(shown)
    rest = [rich.words(_.many("and {n} more", "and {n} more", left))] if left else []
    return rich.joined([*shown, *rest], ", ")


def _trouble(line: TeamLine, _: Language) -> list[Block]:
    if line.team.is_archived:
        return [blocks.text(_("This team is archived."))]
    return [blocks.text(_("⚠️ {trouble}", trouble=_(TROUBLES[line.trouble])))] if line.trouble else []

"""How to begin: for who is in no team yet, for who sets the first one up, and for guests."""

from slackapp.language import Language
from slackapp.queries.home import HomePage, HomePart
from slackapp.views import blocks
from slackapp.views.blocks import Block


def steps(shown: HomePage, _: Language) -> list[Block]:
    """What somebody can do who has no team; nothing for the others."""
    if not shown.is_member:
        return [blocks.header(_("Welcome")), blocks.text(_guest(_))]
    if shown.of(HomePart.TEAMS).total:
        return []
    return _in_no_team(_) if shown.is_begun else _first(_)


def _guest(_: Language) -> str:
    return _(
        "Here you find what you are asked: check-ins, requests and decisions. You can answer all of it here. "
        "To ask a team for something yourself, ask a colleague of the organisation to do it for you."
    )


def _in_no_team(_: Language) -> list[Block]:
    words = _(
        "You are in no team yet. Look for yours and ask its lead to add you; or set it up, if it is not there. "
        "You can ask teams for something and decide with them all the same."
    )
    look = blocks.button("teams.list", _("All teams"), "0")
    return [blocks.header(_("Your team")), blocks.text(words), blocks.actions(look, _new(_, is_first=False))]


def _first(_: Language) -> list[Block]:
    first = _(
        "There is no team yet. It takes four steps:\n"
        "1. Invite Afspraak into the channel of each team: type /invite @Afspraak there.\n"
        "2. Set the teams up: a name, a lead and that channel are enough.\n"
        "3. Ask another team for something.\n"
        "4. Ask a group the same questions every week."
    )
    row = blocks.actions(_new(_, is_first=True), blocks.button("checkin.new", _("New check-in")))
    return [blocks.header(_("The first steps")), blocks.text(first), row]


def _new(_: Language, *, is_first: bool) -> dict[str, object]:
    return blocks.button("teams.new", _("New team"), style="primary" if is_first else None)

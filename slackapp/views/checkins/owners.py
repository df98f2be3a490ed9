"""What is said about a check-in itself: whose it is now, and that it has no owner any more."""

from slackapp.language import Language
from slackapp.queries.checkins import Owned
from slackapp.views import blocks, rich
from slackapp.views.message import Content
from slackapp.views.rich import Line


def owner(shown: Owned, _: Language) -> Content:
    line = rich.line(
        "{person} handed the check-in {checkin} over to you.", _, person=shown.former, checkin=rich.bold(shown.name)
    )
    show = blocks.button("checkin.show", _("Show"), str(shown.checkin_id))
    return Content(rich.plain(line), (rich.block(line), blocks.actions(show)))


def orphan(shown: Owned, _: Language) -> Content:
    """To the channel of a check-in whose owner has left; and who took it over."""
    name = rich.bold(shown.name)
    if not shown.is_orphan:
        line = rich.line("{owner} owns the check-in {checkin} now.", _, owner=shown.owner, checkin=name)
        return Content(rich.plain(line), (rich.block(line),))
    about: dict[str, str | Line] = {"former": shown.former, "checkin": name}
    line = (
        rich.line("{former} cannot look after the check-in {checkin} any more. Who takes it over?", _, **about)
        if shown.has_account
        else rich.line("{former}, who owned the check-in {checkin}, has left. Who takes it over?", _, **about)
    )
    take = blocks.button("checkin.take_over", _("I take it over"), str(shown.checkin_id), style="primary")
    return Content(rich.plain(line), (rich.block(line), blocks.actions(take)))

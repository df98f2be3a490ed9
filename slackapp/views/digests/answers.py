"""What `/digest` answers: the preview, that there is none yet, how it is set, and what one can type."""

from slackapp.language import Language
from slackapp.queries.digests.settings import DigestStanding
from slackapp.views import blocks, rich
from slackapp.views.blocks import Block, Element
from slackapp.views.digests.form import notes
from slackapp.views.message import Content
from slackapp.views.teams import zones

MOST_BLOCKS = 50  # of a message


def preview(shown: DigestStanding, content: Content, _: Language) -> Content:
    """What it would say now, for one person alone, and when it comes."""
    settings = [blocks.actions(_settings(shown, _))] if shown.may_set_up else []
    said = [rich.block(when(shown, _)), *(blocks.context(note) for note in notes(shown, _)), *settings]
    return Content(content.text, (*content.blocks[: MOST_BLOCKS - len(said)], *said))


def none_yet(shown: DigestStanding, _: Language) -> Content:
    """The channel has no digest; how to get one, or from whom."""
    said = rich.line("#{channel} has no digest yet.", _, channel=shown.channel)
    if shown.may_set_up:
        offer = rich.line("Set one up: every Monday it says here what needs attention and what has changed.", _)
        return Content(rich.plain(said, offer), (rich.block(said, offer), blocks.actions(_settings(shown, _))))
    line = (
        rich.line("{lead}, who leads {team}, can set one up.", _, lead=shown.lead, team=shown.team)
        if shown.lead
        else rich.line("A member of the organisation can set one up.", _)
    )
    return Content(rich.plain(said, line), (rich.block(said, line),))


def saved(shown: DigestStanding, _: Language) -> Block:
    """After the form: what was kept, and when it comes next."""
    lines = [
        rich.line("This is the digest of {channel}.", _, channel=rich.bold(f"#{shown.channel}")),
        when(shown, _),
        rich.line("Type /digest there to see at any time what it would say.", _),
    ]
    said = [blocks.context(note) for note in notes(shown, _)]
    return blocks.modal("digest.saved", _("Digest"), [rich.block(*lines), *said], close=_("Close"))


def when(shown: DigestStanding, _: Language) -> rich.Line:
    """When it comes next; in the zone of whoever reads, with the day and time that the channel chose."""
    if shown.next_at is None:
        return rich.line("It does not come for now.", _)
    choice = shown.choice
    rhythm = {
        "weekday": _.weekday(choice.weekday),
        "time": _.time(choice.at) if choice.at else "",
        "place": zones.place(choice.tz or ""),
    }
    return rich.line(
        "It comes every {weekday} at {time} ({place}); next: {moment}.", _, **rhythm, moment=rich.moment(shown.next_at)
    )


def help_(_: Language) -> Content:
    words = _(
        "/digest – what the digest of this channel would say now; only you see it\n"
        "/digest settings – set it up or change it: teams, parts, look, day, time, zone, language, quiet weeks, off"
    )
    return Content(words, (blocks.text(words),))


def _settings(shown: DigestStanding, _: Language) -> Element:
    label = _("Set up a digest") if shown.digest_id is None else _("Settings")
    return blocks.button("digest.open", label, str(shown.channel_id))

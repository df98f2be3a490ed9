"""Where something came from, in words: the link to it is not there for everything."""

from slackapp.language import Language
from slackapp.queries.sources import Source
from slackapp.views import rich
from slackapp.views.rich import Line


def source(shown: Source, _: Language) -> Line:
    """From a message by Jan, in a private conversation, 24 Nov 09:00."""
    said = rich.line("From a message by {person}", _, person=shown.author) if shown.author else []
    where = [rich.channel(shown.channel)] if shown.channel else rich.words(_("in a private conversation"))
    parts = [said or rich.words(_("From a message")), where, [rich.moment(shown.at)] if shown.at else []]
    return rich.joined((part for part in parts if part), ", ")

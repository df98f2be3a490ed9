"""A channel's digest, put into words by its template (DIG)."""

from slackapp.views.digests.checking import trials
from slackapp.views.digests.lines import line
from slackapp.views.digests.rendering import messages, shown, templates_of

__all__ = ["line", "messages", "shown", "templates_of", "trials"]

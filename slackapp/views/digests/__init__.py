"""A channel's digest, put into words by its template (DIG)."""

from slackapp.views.digests.checking import check
from slackapp.views.digests.lines import line
from slackapp.views.digests.rendering import messages, shown, templates_of

__all__ = ["check", "line", "messages", "shown", "templates_of"]

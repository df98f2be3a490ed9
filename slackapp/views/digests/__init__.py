"""A channel's digest, put into words by its template (DIG)."""

from slackapp.views.digests.lines import line
from slackapp.views.digests.rendering import messages, shown, templates_of
from slackapp.views.digests.template_trials import trials

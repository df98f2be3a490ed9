"""How quiet looks: what `/quiet` answers, what it understands, and the message in which held ones come together."""

from slackapp.views.quiet.answers import said
from slackapp.views.quiet.bundle import bundled
from slackapp.views.quiet.choices import chosen, offered
from slackapp.views.quiet.command_text import read

"""How teams are shown, and the form in which they are filled in."""

from slackapp.views.teams.missing_home import MESSAGES

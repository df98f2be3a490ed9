"""The tables and their states; one module per word. Importing the package registers them all."""

from slackapp.models import inbox, outbox, people, requests, teams, timers, workspaces

__all__ = ["inbox", "outbox", "people", "requests", "teams", "timers", "workspaces"]

"""What is asked about areas."""

from slackapp.queries.areas.cards import Card
from slackapp.queries.areas.finding import Answer, find, offered
from slackapp.queries.areas.history import Entry, Told, told
from slackapp.queries.areas.lists import Filter, Listed, Wanted, listed
from slackapp.queries.areas.pages import Filled, Page, card_for, existing, new, page
from slackapp.queries.areas.records import Record, count, records
from slackapp.queries.areas.rounds import Item, Round, asked, reminder, round_page
from slackapp.queries.areas.teams_told import Adrift, Leaderless, Moved, leaderless, moved, team_adrift

__all__ = [
    "Adrift",
    "Answer",
    "Card",
    "Entry",
    "Filled",
    "Filter",
    "Item",
    "Leaderless",
    "Listed",
    "Moved",
    "Page",
    "Record",
    "Round",
    "Told",
    "Wanted",
    "asked",
    "card_for",
    "count",
    "existing",
    "find",
    "leaderless",
    "listed",
    "moved",
    "new",
    "offered",
    "page",
    "records",
    "reminder",
    "round_page",
    "team_adrift",
    "told",
]

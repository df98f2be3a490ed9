"""What is asked about requests."""

from slackapp.queries.requests.cards import Card, card
from slackapp.queries.requests.history import Entry, Told, entry, told
from slackapp.queries.requests.lists import Filter, Listed, Row, Wanted, listed
from slackapp.queries.requests.pages import Guest, Page, card_for, page, page_if_seen, page_of_number
from slackapp.queries.requests.reminders import Reminder, reminder

__all__ = [
    "Card",
    "Entry",
    "Filter",
    "Guest",
    "Listed",
    "Page",
    "Reminder",
    "Row",
    "Told",
    "Wanted",
    "card",
    "card_for",
    "entry",
    "listed",
    "page",
    "page_if_seen",
    "page_of_number",
    "reminder",
    "told",
]

"""What is asked about requests."""

from slackapp.queries.requests.cards import RequestCard, card
from slackapp.queries.requests.history import RequestEntry, RequestTold, entry, told
from slackapp.queries.requests.lists import ListedRequests, RequestFilter, RequestRow, WantedRequests, listed
from slackapp.queries.requests.pages import Guest, RequestPage, card_for, page, page_if_seen, page_of_number
from slackapp.queries.requests.reminders import ShownReminder, reminder

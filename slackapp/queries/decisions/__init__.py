"""What is asked about decisions."""

from slackapp.queries.decisions.cards import Card, card
from slackapp.queries.decisions.concerns import ConcernedTeam
from slackapp.queries.decisions.history import Entry, Remark, Told, entry, remark, told
from slackapp.queries.decisions.pages import Link, Page, Prompt, card_for, offered, page, page_of_number, prompt
from slackapp.queries.decisions.prompts import Asked, review, time_is_over, unseen
from slackapp.queries.decisions.records import Records, count, records
from slackapp.queries.decisions.search import Found, Row, Wanted, found
from slackapp.queries.decisions.versions import Version, version
from slackapp.queries.decisions.voices import Said

__all__ = [
    "Asked",
    "Card",
    "ConcernedTeam",
    "Entry",
    "Found",
    "Link",
    "Page",
    "Prompt",
    "Records",
    "Remark",
    "Row",
    "Said",
    "Told",
    "Version",
    "Wanted",
    "card",
    "card_for",
    "count",
    "entry",
    "found",
    "offered",
    "page",
    "page_of_number",
    "prompt",
    "records",
    "remark",
    "review",
    "time_is_over",
    "told",
    "unseen",
    "version",
]

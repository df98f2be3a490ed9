"""What is asked about check-ins."""

from slackapp.queries.checkins.asked import Asked, Lifting
from slackapp.queries.checkins.blockers import Named, named
from slackapp.queries.checkins.history import History, Past, Records, Share, announced, history, one, records
from slackapp.queries.checkins.lists import Listed, Row, called, listed
from slackapp.queries.checkins.owners import Owned, owned
from slackapp.queries.checkins.pages import Page, page
from slackapp.queries.checkins.prompts import Prompt, prompt, reminder
from slackapp.queries.checkins.reasons import Reason, Reasons, why
from slackapp.queries.checkins.sections import Reply, Section
from slackapp.queries.checkins.sheets import Given, Sheet, mine, preview, sheet
from slackapp.queries.checkins.standing import Blocked
from slackapp.queries.checkins.summaries import Blocker, Line, Summary, line, summary

__all__ = [
    "Asked",
    "Blocked",
    "Blocker",
    "Given",
    "History",
    "Lifting",
    "Line",
    "Listed",
    "Named",
    "Owned",
    "Page",
    "Past",
    "Prompt",
    "Reason",
    "Reasons",
    "Records",
    "Reply",
    "Row",
    "Section",
    "Share",
    "Sheet",
    "Summary",
    "announced",
    "called",
    "history",
    "line",
    "listed",
    "mine",
    "named",
    "one",
    "owned",
    "page",
    "preview",
    "prompt",
    "records",
    "reminder",
    "sheet",
    "summary",
    "why",
]

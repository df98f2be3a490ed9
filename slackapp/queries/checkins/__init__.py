"""What is asked about check-ins."""

from slackapp.queries.checkins.answering import Given, Sheet, mine, preview, sheet
from slackapp.queries.checkins.blockers import Named, named
from slackapp.queries.checkins.history import (
    CheckinHistory,
    CheckinRecords,
    Past,
    Share,
    announced,
    history,
    one,
    records,
)
from slackapp.queries.checkins.lists import CheckinRow, ListedCheckins, called, listed
from slackapp.queries.checkins.open_blockers import Blocked
from slackapp.queries.checkins.owners import Owned, owned
from slackapp.queries.checkins.pages import CheckinPage, name_for, page
from slackapp.queries.checkins.prompts import CheckinPrompt, prompt, reminder
from slackapp.queries.checkins.reasons import Reason, Reasons, why
from slackapp.queries.checkins.round_questions import AskedQuestion, Lifting
from slackapp.queries.checkins.sections import AnswerShown, SummarySection
from slackapp.queries.checkins.summaries import Blocker, Summary, SummaryLine, line, summary

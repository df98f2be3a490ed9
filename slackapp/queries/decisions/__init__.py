"""What is asked about decisions."""

from slackapp.queries.decisions.cards import DecisionCard, card
from slackapp.queries.decisions.concerns import ConcernedTeam
from slackapp.queries.decisions.history import DecisionEntry, DecisionTold, Remark, entry, remark, told
from slackapp.queries.decisions.pages import (
    DecisionLink,
    DecisionPage,
    DecisionPrompt,
    card_for,
    offered,
    page,
    page_of_number,
    prompt,
)
from slackapp.queries.decisions.prompts import AskedDecision, review, time_is_over, unseen
from slackapp.queries.decisions.records import DecisionRecords, count, records
from slackapp.queries.decisions.search import FoundDecision, FoundDecisions, WantedDecisions, found
from slackapp.queries.decisions.versions import Version, version
from slackapp.queries.decisions.voices import ShownVoice

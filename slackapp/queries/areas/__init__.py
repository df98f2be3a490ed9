"""What is asked about areas."""

from slackapp.queries.areas.announcements import Adrift, Leaderless, Moved, leaderless, moved, team_adrift
from slackapp.queries.areas.cards import AreaCard
from slackapp.queries.areas.finding import OwnerAnswer, find, offered
from slackapp.queries.areas.history import AreaEntry, AreaTold, told
from slackapp.queries.areas.lists import AreaFilter, ListedAreas, WantedAreas, listed
from slackapp.queries.areas.pages import AreaPage, FilledArea, card_for, existing, new, page
from slackapp.queries.areas.records import AreaRecord, count, records
from slackapp.queries.areas.rounds import AskedAreas, Item, asked, reminder, round_page

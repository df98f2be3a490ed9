"""What is asked about somebody's App Home."""

from slackapp.queries.home.areas import AreaQuestionRow, Together
from slackapp.queries.home.checkins import ToAnswer
from slackapp.queries.home.decisions import DecisionRow
from slackapp.queries.home.page import A_PAGE, SHOWN, HomePage, Shown, home, part
from slackapp.queries.home.requests import Waiting
from slackapp.queries.home.sections import WAITS, HomePart, HomeSection
from slackapp.queries.home.teams import Mine

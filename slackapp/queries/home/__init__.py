"""What is asked about somebody's App Home."""

from slackapp.queries.home.areas import Question, Together
from slackapp.queries.home.checkins import ToAnswer
from slackapp.queries.home.decisions import Choice
from slackapp.queries.home.page import A_PAGE, SHOWN, Home, Shown, home, part
from slackapp.queries.home.requests import Waiting
from slackapp.queries.home.sections import WAITS, Part, Section
from slackapp.queries.home.teams import Mine

__all__ = [
    "A_PAGE",
    "SHOWN",
    "WAITS",
    "Choice",
    "Home",
    "Mine",
    "Part",
    "Question",
    "Section",
    "Shown",
    "ToAnswer",
    "Together",
    "Waiting",
    "home",
    "part",
]

"""What people read: their language, their dates, and text that is safe in Slack.

from slackapp.language import Language, N_

_ = Language.of("nl-NL")
_("{person} accepted {request}", person="Sanne", request="R-12")
"""

from slackapp.language.placeholders import Parts, Placeholder
from slackapp.language.reader import SUPPORTED, Language, of
from slackapp.language.translations import N_

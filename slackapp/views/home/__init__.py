"""How the App Home looks, and the lists that open from it."""

from slackapp.views.home.errors import broken, outdated
from slackapp.views.home.listing import LIST, listing, read
from slackapp.views.home.page import PAGE, page

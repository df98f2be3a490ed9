"""The sandbox as a page in a browser: plain HTML and a little script, nothing from elsewhere, loopback only."""

from sandbox.page.page import CannotTravel, Page
from sandbox.page.welcome import Tip, Welcome

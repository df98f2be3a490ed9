"""The sandbox as a page in a browser: plain HTML and a little script, nothing from elsewhere, loopback only."""

from slackapp.sandbox.page.page import Page

__all__ = ["Page"]

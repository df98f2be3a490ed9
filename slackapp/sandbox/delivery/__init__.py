"""How payloads reach the app: signed HTTP or Socket Mode."""

from slackapp.sandbox.delivery.route import Route
from slackapp.sandbox.delivery.signed import Signed
from slackapp.sandbox.delivery.socket import Socket

__all__ = ["Route", "Signed", "Socket"]

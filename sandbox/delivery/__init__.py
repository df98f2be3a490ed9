"""How payloads reach the app: signed HTTP or Socket Mode."""

from sandbox.delivery.route import Route
from sandbox.delivery.signed import Signed
from sandbox.delivery.socket import Socket

"""How payloads reach the app: signed HTTP or Socket Mode."""

from sandbox.transport.route import Route
from sandbox.transport.signed import Signed
from sandbox.transport.socket import Socket

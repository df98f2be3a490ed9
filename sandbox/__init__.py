"""A simulated Slack workspace, for trying out and for tests.

One implementation for both: its Web API is real HTTP, its Socket Mode a real WebSocket, its people press and type.
It refuses what Slack refuses and misbehaves on request. It keeps nothing, listens on loopback only, and holds no
rule of the app.
"""

from sandbox.faults import Fault, Kind
from sandbox.sandbox import APP_TOKEN, Sandbox
from sandbox.visitors import NotThere, Visitor

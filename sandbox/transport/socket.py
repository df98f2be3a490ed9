"""Socket Mode, over a real WebSocket."""

import asyncio
import json
from secrets import token_hex
from time import monotonic

from aiohttp import WSMsgType, web

from sandbox.parcel import OK, Ack, Parcel
from sandbox.payload import Payload
from sandbox.refusal import Refused


class Socket:
    """The connections that the app has open. Each payload goes to one of them, in turn."""

    def __init__(self, app_token: str, *, patience: float = 3.0) -> None:
        self.app_token = app_token
        self.patience = patience
        self.address = ""
        self.connections: list[web.WebSocketResponse] = []
        self._tickets: set[str] = set()
        self._waiting: dict[str, asyncio.Future[Payload]] = {}
        self._changed = asyncio.Condition()

    def open_connection(self, shown_token: str) -> Payload:
        """The answer of apps.connections.open: an address that works once."""
        if shown_token != self.app_token:
            raise Refused("invalid_auth")
        ticket = token_hex(8)
        self._tickets.add(ticket)
        return {"url": f"{self.address}/socket?ticket={ticket}"}

    async def serve(self, request: web.Request) -> web.WebSocketResponse:
        """One connection, from hello until either side ends it."""
        connection = web.WebSocketResponse()
        await connection.prepare(request)
        if request.query.get("ticket") not in self._tickets:
            await connection.close()
            return connection
        self._tickets.discard(request.query["ticket"])
        await self._talk(connection)
        return connection

    async def connected(self, *, instead_of: web.WebSocketResponse | None = None, within: float = 60.0) -> None:
        """Wait until the app has a connection, or has replaced one; `within` is in seconds of real time."""
        async with asyncio.timeout(within), self._changed:
            await self._changed.wait_for(lambda: self.connections and instead_of not in self.connections)

    async def send(self, parcel: Parcel) -> Ack:
        """Deliver in an envelope; silence within the patience (seconds) is an Ack with status 0."""
        if not self.connections:
            return Ack(0, trouble="no connection")
        envelope_id, started = token_hex(12), monotonic()
        answer = self._waiting[envelope_id] = asyncio.get_running_loop().create_future()
        try:
            await self._next().send_str(json.dumps(envelope(parcel, envelope_id)))
            body = await asyncio.wait_for(answer, self.patience)
        except (TimeoutError, ConnectionError) as trouble:
            return Ack(0, elapsed=monotonic() - started, trouble=type(trouble).__name__)
        finally:
            del self._waiting[envelope_id]
        return Ack(OK, body, monotonic() - started)

    async def warns(self, reason: str = "refresh_requested") -> None:
        """Ask every connection to be replaced, as Slack does every few hours."""
        for connection in list(self.connections):
            await connection.send_str(json.dumps({"type": "disconnect", "reason": reason}))

    async def cuts(self) -> None:
        """End every connection without a word."""
        for connection in list(self.connections):
            await connection.close()

    async def _talk(self, connection: web.WebSocketResponse) -> None:
        await connection.send_str(json.dumps(_hello(len(self.connections) + 1)))
        self.connections.append(connection)
        await self._tell_waiters()
        try:
            async for message in connection:
                if message.type is WSMsgType.TEXT:
                    self._take(message.data)
        finally:
            self.connections.remove(connection)
            await self._tell_waiters()

    async def _tell_waiters(self) -> None:
        async with self._changed:
            self._changed.notify_all()

    def _take(self, text: str) -> None:
        try:
            said = json.loads(text)
        except ValueError:
            return
        waiting = self._waiting.get(said.get("envelope_id", ""))
        if waiting and not waiting.done():
            waiting.set_result(said.get("payload") or {})

    def _next(self) -> web.WebSocketResponse:
        self.connections.append(self.connections.pop(0))
        return self.connections[-1]


def envelope(parcel: Parcel, envelope_id: str) -> Payload:
    """What goes over the socket."""
    frame: Payload = {
        "envelope_id": envelope_id,
        "type": parcel.kind,
        "payload": parcel.payload,
        "accepts_response_payload": parcel.kind != "events_api",
    }
    if parcel.kind == "events_api":
        frame |= {"retry_attempt": parcel.attempt, "retry_reason": parcel.reason}
    return frame


def _hello(connections: int) -> Payload:
    return {
        "type": "hello",
        "num_connections": connections,
        "connection_info": {"app_id": "A0SB000000"},
        "debug_info": {"host": "sandbox", "approximate_connection_time": 18060},
    }

"""Firefox, driven over WebDriver BiDi, which it speaks itself: no driver is needed beside it."""

import asyncio
import json
import re
import shutil
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import aiohttp

FIREFOX = shutil.which("firefox-esr") or shutil.which("firefox")
LISTENING = re.compile(r"WebDriver BiDi listening on (ws://\S+)")
FLAGS = ("--headless", "--no-remote", "--remote-debugging-port", "0")
ENTER, TAB, ESCAPE, DOWN, F6 = "\ue007", "\ue004", "\ue00c", "\ue015", "\ue036"
PATIENCE = 60
"""In seconds, for each thing that is waited for: the machine may be doing much else."""

FIRST_PAGE = "data:text/html,<title>Ready</title>"
"""Without a page of its own to open, Firefox puts the focus into its address bar, and leaves it there."""

MOST_PRESSES = 30


class Firefox:
    """One tab. Scripts are expressions; promises are waited for, and complaints of pages are kept."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket
        self._numbers = count(1)
        self.complaints: list[str] = []
        self.tab = ""

    async def begins(self) -> None:
        await self.asks("session.new", capabilities={})
        await self.asks("session.subscribe", events=["log.entryAdded"])
        tabs = await self.asks("browsingContext.getTree")
        self.tab = tabs["contexts"][0]["context"]
        await self.sees("document.hasFocus()")

    async def goes_to(self, url: str) -> None:
        await self.asks("browsingContext.navigate", context=self.tab, url=url, wait="complete")

    async def runs(self, script: str) -> dict[str, Any]:
        where = {"context": self.tab}
        answer = await self.asks("script.evaluate", expression=script, target=where, awaitPromise=True)
        result: dict[str, Any] = answer["result"]
        return result

    async def sees(self, script: str) -> None:
        """Wait until the expression holds."""
        look = f"const look = () => ({script}) ? done(true) : setTimeout(look, 50); look();"
        async with asyncio.timeout(PATIENCE):
            await self.runs(f"new Promise((done) => {{ {look} }})")

    async def types(self, keys: str) -> None:
        actions = [{"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")]
        keyboard = {"type": "key", "id": "keyboard", "actions": actions}
        await self.asks("input.performActions", context=self.tab, actions=[keyboard])

    async def presses_until(self, key: str, script: str) -> None:
        """Press a key again and again, as who looks for something with Tab, until the expression holds."""
        for _ in range(MOST_PRESSES):
            if (await self.runs(f"Boolean({script})"))["value"]:
                return
            await self.types(key)
        raise AssertionError(f"{MOST_PRESSES} presses did not lead to {script}")

    async def asks(self, method: str, **params: Any) -> dict[str, Any]:
        number = next(self._numbers)
        await self._socket.send_json({"id": number, "method": method, "params": params})
        while (answer := await self._socket.receive_json()).get("id") != number:
            self.complaints.append(str(answer["params"].get("text")))
        if answer["type"] == "error":
            raise RuntimeError(answer["message"])
        result: dict[str, Any] = answer["result"]
        return result


@asynccontextmanager
async def firefox(*, dark: bool = False) -> AsyncIterator[Firefox]:
    """A browser of its own, for people who like it dark or light."""
    with TemporaryDirectory(prefix="firefox-", ignore_cleanup_errors=True) as profile:
        _prefers(Path(profile), {"intl.locale.requested": "en-US", "ui.systemUsesDarkTheme": int(dark)})
        async with (
            _running(Path(profile)) as url,
            aiohttp.ClientSession() as http,
            http.ws_connect(f"{url}/session", max_msg_size=0) as socket,
        ):
            browser = Firefox(socket)
            await browser.begins()
            yield browser


def _prefers(profile: Path, preferences: Mapping[str, bool | int | str]) -> None:
    lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in preferences.items()]
    (profile / "user.js").write_text("\n".join(lines))


@asynccontextmanager
async def _running(profile: Path) -> AsyncIterator[str]:
    pipe = asyncio.subprocess.PIPE
    quiet = asyncio.subprocess.DEVNULL
    process = await asyncio.create_subprocess_exec(
        str(FIREFOX), *FLAGS, "--profile", str(profile), FIRST_PAGE, stdout=quiet, stderr=pipe
    )
    assert process.stderr
    try:
        async with asyncio.timeout(PATIENCE):
            address = await _address(process.stderr)
        # It goes on telling things, and would wait for a reader.
        rest = asyncio.create_task(process.stderr.read())
        yield address
    finally:
        process.terminate()
        await process.wait()
    await rest


async def _address(lines: asyncio.StreamReader) -> str:
    async for line in lines:
        if found := LISTENING.search(line.decode()):
            return found[1]
    raise RuntimeError("Firefox ended before it listened")

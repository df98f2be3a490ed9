"""The app as an operator runs it: a process of its own, against the sandbox."""

import json
import os
import signal
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

HOUSE = Path(__file__).resolve().parents[2]
PATIENCE = 60


@dataclass
class Process:
    """A process and what it has logged so far."""

    running: subprocess.Popen[str]
    events: list[dict[str, Any]] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    _is_ready: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    def becomes_ready(self) -> str:
        """Wait for it; the address of its HTTP server."""
        self._is_ready.wait(PATIENCE)
        addresses = [str(event["address"]) for event in self.events if event["event"] == "ready"]
        assert addresses, "".join(self.said)
        return addresses[0]

    def signals(self, sent: signal.Signals = signal.SIGTERM) -> None:
        self.running.send_signal(sent)

    def ends(self) -> int:
        """Wait for its end; the exit status."""
        status = self.running.wait(PATIENCE)
        self._listener.join(PATIENCE)
        return status

    def kill(self) -> None:
        """For a test that failed half-way."""
        if self.running.poll() is None:
            self.running.kill()
        self.ends()

    def _listen(self) -> None:
        assert self.running.stderr
        for line in self.running.stderr:
            self.said.append(line)
            if line.startswith("{"):
                self.events.append(json.loads(line))
                if self.events[-1]["event"] == "ready":
                    self._is_ready.set()
        self.running.stderr.close()
        self._is_ready.set()


def started(folder: Path, *arguments: str, **settings: str) -> Process:
    """`python app.py …` in an empty folder, with these settings and no others."""
    return of(HOUSE, folder, *arguments, **settings)


def of(house: Path, folder: Path, *arguments: str, **settings: str) -> Process:
    """The same with the code in another house."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    env = kept | {"PORT": "0", "PYTHONPATH": str(house)} | settings
    command = [sys.executable, str(house / "app.py"), *arguments]
    running = subprocess.Popen(
        command, cwd=folder, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )
    return Process(running)


def get(address: str, path: str) -> tuple[int, str]:
    """The status and the body."""
    try:
        with urllib.request.urlopen(address + path, timeout=PATIENCE) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as refused:
        return refused.code, refused.read().decode()


def gets(address: str, path: str, wanted: str = "") -> str:
    """The body, once the status is 200 and this stands in it."""
    body = ""
    for _ in range(PATIENCE * 10):
        status, body = get(address, path)
        if status == 200 and wanted in body:
            return body
        threading.Event().wait(0.1)
    raise AssertionError(body)

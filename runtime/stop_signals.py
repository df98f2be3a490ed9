"""Being asked to stop."""

import asyncio
import os
import signal

import structlog

AT_ONCE = 130
"""The exit status of somebody who did not want to wait."""

log = structlog.get_logger()


def on_signals() -> asyncio.Event:
    """Set at the first SIGTERM or SIGINT, so that the app can finish what runs; a second one ends it on the spot."""
    asked = asyncio.Event()

    def ask() -> None:
        if asked.is_set():
            os._exit(AT_ONCE)
        log.info("stopping: what runs is finished first")
        asked.set()

    for each in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(each, ask)
    return asked

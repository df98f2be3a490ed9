"""The app, built: every part made once and handed to those that need it."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass
from os import getpid

import aiohttp
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from scheduler.clock_steps import ClockSteps
from scheduler.deliver import Deliverer
from scheduler.housekeeping import Housekeeping
from scheduler.letters import Letters
from scheduler.mending import Mending
from scheduler.reconcile import Reconciler
from scheduler.sweep import Sweeper
from scheduler.tick import Ticker
from scheduler.together import all_of
from slackapp.clock import Clock
from slackapp.config import ConnectedSettings
from slackapp.database import Database
from slackapp.metrics import Metrics
from slackapp.running import tables, words
from slackapp.running.connecting import Connecting
from slackapp.running.counted import CountedDeliverer, CountedTicker
from slackapp.running.watermark import Watermark
from slackapp.slack import bolt, directory
from slackapp.slack.dispatch import Dispatcher
from slackapp.slack.installations import Installations
from slackapp.slack.locales import Locales
from slackapp.slack.strangers import Strangers
from slackapp.views import digests
from slackapp.views.kinds import kinds
from slackapp.views.templates import Templates

PATIENCE = aiohttp.ClientTimeout(total=10, sock_connect=3)
"""For a call to Slack whose caller has no shorter one."""


@dataclass(frozen=True)
class Afspraak:
    """What works on one database for the workspaces in which it is installed."""

    settings: ConnectedSettings
    database: Database
    installations: Installations
    connecting: Connecting
    client: AsyncWebClient
    bolt: AsyncApp
    ticker: Ticker
    deliverer: Deliverer
    reconciler: Reconciler
    sweeper: Sweeper
    clock_steps: ClockSteps
    letters: Letters
    templates: Templates
    mending: Mending
    housekeeping: Housekeeping
    strangers: Strangers
    watermark: Watermark
    metrics: Metrics

    async def ended(self) -> None:
        """Wait for the calls to Slack that have begun, and until it is written down what became of them."""
        await self.deliverer.ended()
        await self.reconciler.ended()

    async def refresh_directory(self) -> None:
        """Ask Slack who and what there is, in every workspace. One that fails stops no other.

        Raises an ExceptionGroup of what failed, once all have been asked.
        """
        await all_of(
            directory.refresh(each.client, self.database, each.workspace_id) for each in self.installations.all()
        )


@asynccontextmanager
async def built(settings: ConnectedSettings, clock: Clock) -> AsyncIterator[Afspraak]:
    """The app until the block ends; nothing runs by itself yet. CannotStart says what an operator must put right.

    Where Slack cannot be asked now, it knows no workspace yet.
    """
    words.open_doors()
    with tables.opened(settings.database_url, clock) as database:
        # One session for all calls: a new one each time would shake hands with Slack anew while a person waits.
        async with aiohttp.ClientSession(timeout=PATIENCE) as session:
            client = _client(settings, session)
            installations = Installations()
            connecting = Connecting(settings, database, client, installations)
            await connecting.begin()
            with closing(Templates(settings.afspraak_templates, digests.trials)) as templates:
                # Before the first message: one that comes right after the start is in the organisation's words too.
                await asyncio.to_thread(templates.look)
                yield _put_together(settings, connecting, database, installations, templates=templates)


def _client(settings: ConnectedSettings, session: aiohttp.ClientSession) -> AsyncWebClient:
    token = settings.slack_bot_token
    return AsyncWebClient(
        token=token.get_secret_value() if token else None,
        base_url=settings.slack_api_url,
        session=session,
        # A repeated write is a second message: who reads adds what is safe to repeat.
        retry_handlers=[],
    )


def _put_together(
    settings: ConnectedSettings,
    connecting: Connecting,
    database: Database,
    installations: Installations,
    *,
    templates: Templates,
) -> Afspraak:
    client, name = connecting.client, f"{socket.gethostname()}:{getpid()}"
    secret = settings.slack_signing_secret
    metrics = Metrics()
    messages = kinds(templates)
    strangers = Strangers(database, installations)
    locales = Locales(database, strangers)
    dispatcher = Dispatcher(database, installations, locales, settings.afspraak_command_prefix, templates)
    return Afspraak(
        settings=settings,
        database=database,
        installations=installations,
        connecting=connecting,
        client=client,
        bolt=bolt.build(dispatcher, client, secret.get_secret_value() if secret else None),
        ticker=CountedTicker(database, words.TIMERS, words.SCHEDULES, metrics=metrics),
        deliverer=CountedDeliverer(
            database,
            installations.client_of,
            messages,
            name=name,
            metrics=metrics,
        ),
        reconciler=Reconciler(database, installations.client_of, messages, name),
        sweeper=Sweeper(database, installations.client_of),
        clock_steps=ClockSteps(database),
        letters=Letters(database),
        templates=templates,
        mending=Mending(database, templates),
        housekeeping=Housekeeping(database),
        strangers=strangers,
        watermark=Watermark(database),
        metrics=metrics,
    )

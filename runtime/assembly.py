"""The app, built: every part made once and handed to those that need it."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass
from os import getpid

from delivery.clock_steps import ClockSteps
from delivery.dead_letters import DeadLetters
from delivery.deliver import Deliverer
from delivery.gather import all_of
from delivery.reconcile import Reconciler
from delivery.sweep import Sweeper
from runtime import registry, tables
from runtime.connecting import Connecting
from runtime.delivery_metrics import CountedDeliverer, CountedTicker
from runtime.watermark import Watermark
from scheduler.broken_templates import BrokenTemplates
from scheduler.housekeeping import Housekeeping
from scheduler.tick import Ticker
from slackapp.clock import Clock
from slackapp.config import ConnectedSettings
from slackapp.database import Database
from slackapp.metrics import Metrics
from slackapp.slack import bolt, directory
from slackapp.slack.bolt import App
from slackapp.slack.client import Client, connected
from slackapp.slack.dispatch import Dispatcher
from slackapp.slack.installations import Installations
from slackapp.slack.locales import Locales
from slackapp.slack.unknown_people import UnknownPeople
from slackapp.views import digests
from slackapp.views.message_kinds import kinds
from slackapp.views.templates import Templates


@dataclass(frozen=True)
class Afspraak:
    """What works on one database for the workspaces in which it is installed."""

    settings: ConnectedSettings
    database: Database
    installations: Installations
    connecting: Connecting
    client: Client
    bolt: App
    ticker: Ticker
    deliverer: Deliverer
    reconciler: Reconciler
    sweeper: Sweeper
    clock_steps: ClockSteps
    dead_letters: DeadLetters
    templates: Templates
    broken_templates: BrokenTemplates
    housekeeping: Housekeeping
    unknown_people: UnknownPeople
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
    registry.open_doors()
    with tables.opened(settings.database_url, clock) as database:
        async with connected(settings) as client:
            installations = Installations()
            connecting = Connecting(settings, database, client, installations)
            await connecting.begin()
            with closing(Templates(settings.afspraak_templates, digests.trials)) as templates:
                # Before the first message: one that comes right after the start is in the organisation's words too.
                await asyncio.to_thread(templates.look)
                yield _put_together(settings, connecting, database, installations, templates=templates)


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
    unknown_people = UnknownPeople(database, installations)
    locales = Locales(database, unknown_people)
    dispatcher = Dispatcher(database, installations, locales, settings.afspraak_command_prefix, templates)
    return Afspraak(
        settings=settings,
        database=database,
        installations=installations,
        connecting=connecting,
        client=client,
        bolt=bolt.build(dispatcher, client, secret.get_secret_value() if secret else None),
        ticker=CountedTicker(database, registry.TIMERS, registry.SCHEDULES, metrics=metrics),
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
        dead_letters=DeadLetters(database),
        templates=templates,
        broken_templates=BrokenTemplates(database, templates),
        housekeeping=Housekeeping(database),
        unknown_people=unknown_people,
        watermark=Watermark(database),
        metrics=metrics,
    )

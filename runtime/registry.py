"""The product's words, as the machinery needs them: what rings, and who answers Slack."""

import importlib
import pkgutil
from collections.abc import Mapping

import handlers
from scheduler.schedules import Words
from scheduler.tick import Rule
from slackapp.rules import areas, bundles, checkins, decisions, digests, requests

TIMERS: Mapping[str, Rule] = {
    **requests.TIMERS,
    **decisions.TIMERS,
    **areas.TIMERS,
    **checkins.TIMERS,
    **digests.TIMERS,
    bundles.KIND: bundles.deliver,
}
SCHEDULES: Words = {**checkins.SCHEDULES, **digests.SCHEDULES}


def open_doors() -> None:
    """Let every handler module fill the table of names."""
    for module in pkgutil.walk_packages(handlers.__path__, "handlers."):
        importlib.import_module(module.name)

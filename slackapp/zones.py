"""Time zones by their name: which names this machine knows, and what stands in for one that it does not."""

from functools import cache
from zoneinfo import available_timezones

UTC = "Etc/UTC"
NO_PLACE = frozenset({"Factory", "localtime"})
"""Names that the list of zones has and that mean nothing, or this machine."""
HOUR = 3600
FURTHEST = 14 * HOUR
BESIDE_THE_HOUR = {
    -9.5: "Pacific/Marquesas",
    -3.5: "America/St_Johns",
    -2.5: "America/St_Johns",
    3.5: "Asia/Tehran",
    4.5: "Asia/Kabul",
    5.5: "Asia/Kolkata",
    5.75: "Asia/Kathmandu",
    6.5: "Asia/Yangon",
    8.75: "Australia/Eucla",
    9.5: "Australia/Darwin",
    10.5: "Australia/Lord_Howe",
    12.75: "Pacific/Chatham",
    13.75: "Pacific/Chatham",
}
"""Zones for the differences to UTC, in hours, that are no whole ones."""


def is_known(name: object) -> bool:
    """Whether a clock of this zone can be read here: governments make new zones, and machines are older."""
    return isinstance(name, str) and name in known()


@cache
def known() -> frozenset[str]:
    """Every name of a zone that this machine has."""
    return frozenset(available_timezones()) - NO_PLACE


def of_offset(seconds: object) -> str | None:
    """A zone that differs from UTC by so much all year; None where that is no difference that clocks have."""
    if isinstance(seconds, bool) or not isinstance(seconds, int | float) or not -FURTHEST <= seconds <= FURTHEST:
        return None
    hours = seconds / HOUR
    # The names count the other way round: Etc/GMT-2 is two hours ahead of UTC.
    name = BESIDE_THE_HOUR.get(hours, f"Etc/GMT{-round(hours):+d}" if round(hours) else UTC)
    return name if is_known(name) else None

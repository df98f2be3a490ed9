"""What can be typed in a request: how long, which dates, which links."""

from datetime import date
from urllib.parse import urlsplit

from slackapp.errors import InvalidInput

TEXT_LIMIT = 3000
"""What a text field in Slack holds at the most."""
YEARS_AHEAD = 5  # a later one is a slip of the finger


def needed(field: str, text: str) -> str:
    """A text that was really given."""
    if not text:
        raise InvalidInput(field, "Please fill this in: the other team needs it to help you.")
    return fitting(field, text)


def reason(field: str, text: str) -> str:
    """A reason that was really given."""
    if not text:
        raise InvalidInput(field, "Say it in a few words: the other team reads it.")
    return fitting(field, text)


def fitting(field: str, text: str, most: int | None = None) -> str:
    """A text that is not too long; where nothing else is said, as long as a field in Slack."""
    limit = most or TEXT_LIMIT
    if len(text) > limit:
        raise InvalidInput(field, "This is too long; {limit} characters fit.", limit=limit)
    return text


def day(field: str, value: date | None, today: date) -> date:
    """A day from today on, within reach."""
    if value is None:
        raise InvalidInput(field, "Choose a date.")
    if value < today:
        raise InvalidInput(field, "{date} is in the past. Choose today or later.", date=value)
    if value.year > today.year + YEARS_AHEAD:
        raise InvalidInput(field, "{date} is more than {years} years away.", date=value, years=YEARS_AHEAD)
    return value


def check_link(field: str, text: str) -> None:
    """Nothing, or an address that a browser opens."""
    if text and not _is_address(text):
        raise InvalidInput(field, "This is no link. It should begin with https://")


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
        is_whole = bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:  # as of http://[::1, whose bracket does not end
        return False
    return is_whole and parts.scheme in ("http", "https") and not any(c.isspace() for c in text)

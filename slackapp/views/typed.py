"""Reading what was typed in a form: the other half of `inputs`."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any, TypeVar

from slackapp.errors import InvalidInput
from slackapp.ids import ChannelId, UserId

W = TypeVar("W", bound=StrEnum)

WEEK = frozenset(range(7))
LARGEST = 2**63 - 1
"""The largest number that both databases keep."""


@dataclass(frozen=True)
class Typed:
    """The values of a form, by the names of its fields; an empty field is None, "" or ().

    A form may have been open for long, and a payload may be made by hand: each method raises InvalidInput, at its
    field, for what is neither empty nor what the field can give.
    """

    values: Mapping[str, Mapping[str, Mapping[str, Any]]]

    def text(self, name: str) -> str:
        """A text without the blanks around it."""
        return str(self._of(name).get("value") or "").strip()

    def chosen(self, name: str) -> str | None:
        """The value of the option that is chosen."""
        return _value(self._of(name).get("selected_option"))

    def among(self, name: str, offered: Collection[str], usual: str) -> str:
        """The value of the option that is chosen, which is one of these; `usual` where none is."""
        chosen = self.chosen(name) or usual
        if chosen != usual and chosen not in offered:
            raise _no_option(name)
        return chosen

    def word(self, name: str, words: type[W], usual: W) -> W:
        """The same where those are our own words."""
        return words(self.among(name, [str(each) for each in words], usual))

    def number(self, name: str) -> int | None:
        """The chosen option's value, where those are our own numbers."""
        value = self.chosen(name)
        return _number(name, value) if value else None

    def place(self, name: str, offered: Sequence[object]) -> int:
        """The place of the option that is chosen among these; the first where none is."""
        place = self.number(name) or 0
        if place >= len(offered):
            raise _no_option(name)
        return place

    def date(self, name: str) -> date | None:
        """A day."""
        value = self._of(name).get("selected_date")
        try:
            return date.fromisoformat(str(value)) if value else None
        except ValueError as unknown:
            raise InvalidInput(name, "Choose a date.") from unknown

    def time(self, name: str) -> time | None:
        """A time of day."""
        value = self._of(name).get("selected_time")
        try:
            return datetime.strptime(str(value), "%H:%M").time() if value else None  # noqa: DTZ007 - a clock's own
        except ValueError as unknown:
            raise InvalidInput(name, "Choose a time of day.") from unknown

    def person(self, name: str) -> UserId | None:
        """Somebody."""
        value = self._of(name).get("selected_user")
        return UserId(str(value)) if value else None

    def people(self, name: str) -> tuple[UserId, ...]:
        """Several people, in the order in which they were chosen."""
        return tuple(UserId(each) for each in self._several(name, "selected_users"))

    def channel(self, name: str) -> ChannelId | None:
        """A channel."""
        value = self._of(name).get("selected_conversation")
        return ChannelId(str(value)) if value else None

    def channels(self, name: str) -> tuple[ChannelId, ...]:
        """Several channels, in the order in which they were chosen."""
        return tuple(ChannelId(each) for each in self._several(name, "selected_conversations"))

    def numbers(self, name: str) -> tuple[int, ...]:
        """The values of several options, where those are our own numbers."""
        return tuple(_number(name, value) for value in self._options(name))

    def weekdays(self, name: str) -> frozenset[int]:
        """The days of the week that are ticked, Monday 0."""
        days = frozenset(self.numbers(name))
        if not days <= WEEK:
            raise _no_option(name)
        return days

    def ticked(self, name: str) -> frozenset[str]:
        """The values of the boxes that are ticked."""
        return frozenset(self._options(name))

    def file(self, name: str) -> str:
        """The address of the file that was handed in, "" where none was; only the app's token opens it."""
        file = next(iter(self._list(name, "files")), None)
        return str(file.get("url_private_download") or file.get("url_private") or "") if isinstance(file, dict) else ""

    def _options(self, name: str) -> Iterator[str]:
        return (value for each in self._list(name, "selected_options") if (value := _value(each)))

    def _several(self, name: str, kind: str) -> Iterator[str]:
        return (str(each) for each in self._list(name, kind) if each)

    def _list(self, name: str, kind: str) -> list[Any]:
        found = self._of(name).get(kind)
        return found if isinstance(found, list) else []

    def _of(self, name: str) -> Mapping[str, Any]:
        # A field has one element, whatever its action is called: a search field is called after its door.
        return next(iter((self.values.get(name) or {}).values()), None) or {}


def _value(option: Any) -> str | None:  # noqa: ANN401 - JSON
    value = option.get("value") if isinstance(option, dict) else None
    return str(value) if value else None


def _number(name: str, value: str) -> int:
    if not (value.isascii() and value.isdecimal()) or int(value[:20]) > LARGEST:
        raise _no_option(name)
    return int(value)


def _no_option(name: str) -> InvalidInput:
    return InvalidInput(name, "Choose one of the options that are offered now.")

"""Reading what was typed in a form: the other half of `inputs`."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from slackapp.ids import ChannelId, UserId


@dataclass(frozen=True)
class Typed:
    """The values of a form, by the names of its fields; an empty field is None, "" or ()."""

    values: Mapping[str, Mapping[str, Mapping[str, Any]]]

    def text(self, name: str) -> str:
        """A text without the blanks around it."""
        return str(self._of(name).get("value") or "").strip()

    def chosen(self, name: str) -> str | None:
        """The value of the option that is chosen."""
        option = self._of(name).get("selected_option")
        return option["value"] if option else None

    def number(self, name: str) -> int | None:
        """The chosen option's value, where those are our own numbers."""
        value = self.chosen(name)
        return int(value) if value is not None and value.isdecimal() else None

    def date(self, name: str) -> date | None:
        """A day."""
        value = self._of(name).get("selected_date")
        return date.fromisoformat(value) if value else None

    def time(self, name: str) -> time | None:
        """A time of day."""
        value = self._of(name).get("selected_time")
        return time.fromisoformat(value) if value else None

    def person(self, name: str) -> UserId | None:
        """Somebody."""
        value = self._of(name).get("selected_user")
        return UserId(value) if value else None

    def people(self, name: str) -> tuple[UserId, ...]:
        """Several people, in the order in which they were chosen."""
        return tuple(UserId(each) for each in self._of(name).get("selected_users") or ())

    def channel(self, name: str) -> ChannelId | None:
        """A channel."""
        value = self._of(name).get("selected_conversation")
        return ChannelId(value) if value else None

    def channels(self, name: str) -> tuple[ChannelId, ...]:
        """Several channels, in the order in which they were chosen."""
        return tuple(ChannelId(each) for each in self._of(name).get("selected_conversations") or ())

    def numbers(self, name: str) -> tuple[int, ...]:
        """The values of several options, where those are our own numbers."""
        values = (option["value"] for option in self._of(name).get("selected_options") or ())
        return tuple(int(value) for value in values if value.isdecimal())

    def ticked(self, name: str) -> frozenset[str]:
        """The values of the boxes that are ticked."""
        return frozenset(option["value"] for option in self._of(name).get("selected_options") or ())

    def file(self, name: str) -> str:
        """The address of the file that was handed in, "" where none was; only the app's token opens it."""
        files = self._of(name).get("files") or ()
        return str(files[0].get("url_private_download") or files[0].get("url_private") or "") if files else ""

    def _of(self, name: str) -> Mapping[str, Any]:
        # A field has one element, whatever its action is called: a search field is called after its door.
        return next(iter(self.values.get(name, {}).values()), {})

"""What a person enters in an element, turned into the value that Slack keeps for it."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time
from typing import Any

from sandbox.channels import Channel
from sandbox.files import File
from sandbox.payload import Payload
from sandbox.people import Person
from sandbox.typed import as_rich_text
from sandbox.visitors.controls import NotThere
from sandbox.workspace import Workspace

Entry = Any
"""A text, a date, a person, a channel, a file, an option's words, or a list of them; None empties the element."""


def value_of(workspace: Workspace, element: Payload, entry: Entry) -> Any:  # noqa: ANN401
    """The value for `state.values`."""
    kind = element["type"]
    many = kind.startswith("multi_") or kind == "checkboxes"
    if kind == "file_input":
        return [_file(workspace, each) for each in _several(entry or [])]
    if entry is None:
        return [] if many else entry
    if many:
        return [_one(workspace, element, each) for each in _several(entry)]
    return _one(workspace, element, entry)


def option(options: Iterable[Payload], wanted: str) -> Payload:
    """The option with these words on it, or this value."""
    offered = list(options)
    found = next((o for o in offered if wanted in {o["text"]["text"], o.get("value")}), None)
    if found is None:
        texts = ", ".join(o["text"]["text"] for o in offered)
        raise NotThere(f"no option is called {wanted!r}; there is: {texts or 'nothing'}")
    return found


def options_of(element: Payload) -> list[Payload]:
    """All options of an element, also those in groups."""
    groups = element.get("option_groups") or []
    return [*(element.get("options") or []), *(o for group in groups for o in group["options"])]


def _several(entry: Entry) -> Iterable[Entry]:
    return entry if isinstance(entry, list | tuple | set) else [entry]


def _one(workspace: Workspace, element: Payload, entry: Entry) -> Any:  # noqa: ANN401
    kind = element["type"].removeprefix("multi_")
    if kind in {"static_select", "external_select", "checkboxes", "radio_buttons"}:
        return option(options_of(element), entry) if isinstance(entry, str) else entry
    return READERS.get(kind, _text)(workspace, entry)


def _file(workspace: Workspace, entry: Entry) -> Payload:
    if isinstance(entry, dict):
        return entry
    found = entry if isinstance(entry, File) else workspace.file(str(entry))
    if found is None:
        raise NotThere(f"there is no file {entry!r}")
    return found.as_file()


def _text(_workspace: Workspace, entry: Entry) -> str | None:
    return str(entry) or None


def _user(workspace: Workspace, entry: Entry) -> str:
    if isinstance(entry, Person):
        return entry.id
    wanted = str(entry).removeprefix("@")
    people = workspace.people.values()
    return _known((p.id for p in people if wanted in {p.id, p.name, p.real_name}), wanted)


def _conversation(workspace: Workspace, entry: Entry) -> str:
    if isinstance(entry, Channel):
        return entry.id
    wanted = str(entry).removeprefix("#")
    channels = workspace.channels.values()
    return _known((c.id for c in channels if wanted in {c.id, c.name}), wanted)


def _known(ids: Iterable[str], wanted: str) -> str:
    found = next(iter(ids), None)
    if found is None:
        raise NotThere(f"nobody and nothing is called {wanted!r}")
    return found


def _date(_workspace: Workspace, entry: Entry) -> str:
    return entry.isoformat() if isinstance(entry, date) else date.fromisoformat(str(entry)).isoformat()


def _time(_workspace: Workspace, entry: Entry) -> str:
    at = entry if isinstance(entry, time) else time.fromisoformat(str(entry))
    return at.strftime("%H:%M")


def _moment(_workspace: Workspace, entry: Entry) -> int:
    return int(entry.timestamp()) if isinstance(entry, datetime) else int(entry)


def _rich(workspace: Workspace, entry: Entry) -> Payload:
    value: Payload = entry if isinstance(entry, dict) else as_rich_text(workspace, str(entry))
    return value


READERS: Mapping[str, Callable[[Workspace, Entry], Any]] = {
    "users_select": _user,
    "conversations_select": _conversation,
    "channels_select": _conversation,
    "datepicker": _date,
    "timepicker": _time,
    "datetimepicker": _moment,
    "rich_text_input": _rich,
}

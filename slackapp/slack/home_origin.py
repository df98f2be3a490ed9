"""Where a form was opened from. What begins in the App Home is followed, so that the Home can be made true afterwards.

A Home has no channel and no response_url, and a form does not know what it was opened from: so the forms carry a note
in their metadata, and what opens from them carries it on.
"""

import json
from collections.abc import Mapping
from typing import Any

from slackapp.views import action_values
from slackapp.views.blocks import Block
from slackapp.views.home import LIST, PAGE

NOTE = "home"


class About(dict[str, Any]):
    """The ids in a form's metadata; one that is not there was left out by an older version, and is refused in words."""

    def __missing__(self, key: str) -> Any:  # noqa: ANN401 - as the ids that are there
        """What a form must know and does not."""
        raise action_values.outdated()


def about(view: Mapping[str, Any]) -> Mapping[str, Any]:
    """What a form or page is about: the ids in its metadata."""
    return About(json.loads(view.get("private_metadata") or "{}"))


def origin(view: Mapping[str, Any]) -> str | None:
    """What of the Home it began in: "" is the Home itself, else the list of it; None is elsewhere."""
    return "" if view.get("type") == "home" else about(view).get(NOTE)


def is_of_home(view: Mapping[str, Any]) -> bool:
    """Whether this is the Home or a list of it: what is asked for there opens over it, and not in its place."""
    return view.get("callback_id") in {PAGE, LIST}


def noted(view: Block, began: str | None) -> Block:
    """A form or page with the note of where it was opened from; one that has its own keeps it."""
    if began is None:
        return view
    return {**view, "private_metadata": json.dumps({NOTE: began, **about(view)})}

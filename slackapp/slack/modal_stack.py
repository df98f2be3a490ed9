"""The modals that lie over each other. Slack takes three: the next one takes the place of the topmost.

How deep a view lies follows from what Slack says of it: the root has nothing below it, the second lies on the root.
A form that took a page's place carries a note of that: once it is sent, the page comes back in its place.
"""

import json
from collections.abc import Mapping
from secrets import token_hex
from typing import Any

from slackapp.slack.home_origin import about
from slackapp.views.blocks import Block

FULL = "push_limit_reached"
"""Slack's word for a fourth."""
CHANGED = "hash_conflict"
"""Slack shows another version than the one that was pressed in."""
CLOSED = "not_found"
"""The view has been closed."""
NOTE = "in_place_of"


def is_full(view: Mapping[str, Any]) -> bool:
    """Whether nothing more can lie on this view."""
    below = view.get("previous_view_id")
    return bool(below) and below != view.get("root_view_id")


def in_place(view: Block) -> Block:
    """This view with the note that it took another's place.

    The note is never the same twice: a form that comes back under the same view id is another form (`inbox.key_of`).
    """
    return {**view, "private_metadata": json.dumps({**about(view), NOTE: token_hex(4)})}


def took_place(view: Mapping[str, Any]) -> bool:
    """Whether this view took the place of the one that it was opened from."""
    return NOTE in about(view)

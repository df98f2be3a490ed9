"""Stored messages and forms, to compare with and to review.

`UPDATE_VIEWS=1 make test` writes them anew; a reviewer reads the difference.
"""

import json
import os
import re
from pathlib import Path
from typing import Any

from slackapp.views.message import Content

STORED = Path(__file__).parent / "stored"
ON_TODAY = re.compile(r' (on|op) ", "type": "text"}, {[^}]*"format": "{date_short_pretty}"')
"""Slack writes "today" and "yesterday" for such a day: no sentence in which a preposition stands before it."""


def same_as_stored(name: str, *shown: Content | dict[str, Any]) -> None:
    """Compare with what a reviewer has seen."""
    now = "\n\n".join(_written(each) for each in shown) + "\n"
    path = STORED / f"{name}.txt"
    if os.environ.get("UPDATE_VIEWS"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(now)
    assert not ON_TODAY.findall(now), name
    assert now == path.read_text(), f"{name} changed: look at it, then run with UPDATE_VIEWS=1"


def _written(shown: Content | dict[str, Any]) -> str:
    if isinstance(shown, Content):
        return "\n".join([f"text: {shown.text}", *(_row(block) for block in shown.blocks)])
    head = {key: value for key, value in shown.items() if key != "blocks"}
    return "\n".join([_row(head), *(_row(block) for block in shown["blocks"])])


def _row(block: dict[str, Any]) -> str:
    return json.dumps(block, ensure_ascii=False, sort_keys=True)

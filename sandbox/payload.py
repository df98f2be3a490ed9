"""What travels between Slack and an app: JSON objects, whose shape only their reader knows."""

from typing import Any

Payload = dict[str, Any]


def oddly(usual: Payload, odd: Payload) -> Payload:
    """An object in which some fields say something else; a field that says `...` is left out."""
    return {name: value for name, value in (usual | odd).items() if value is not ...}

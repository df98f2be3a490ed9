"""What travels between Slack and an app: JSON objects, whose shape only their reader knows."""

from typing import Any

Payload = dict[str, Any]

"""The app's token in other hands: what an app can do through the Web API, whatever Afspraak does."""

from typing import Any

from slack_sdk.web.async_client import AsyncWebClient

from demo.running import Demo
from sandbox.channels import Channel
from sandbox.people import Person
from tests.stories.driver import Loop


class Bot:
    """Calls are made one after the other, and raise what Slack refuses."""

    def __init__(self, demo: Demo, loop: Loop) -> None:
        self.workspace = demo.sandbox.workspaces[0]
        self._client = AsyncWebClient(token=self.workspace.installation.token, base_url=demo.sandbox.api_url)
        self._loop = loop

    def calls(self, method: str, **args: Any) -> dict[str, Any]:
        answer = self._loop.run(self._client.api_call(method, json=args))
        return dict(answer.data) if isinstance(answer.data, dict) else {}

    def uploads(self, name: str, content: bytes, **about: Any) -> dict[str, Any]:
        """As slack_sdk does it for an app: ask for an address, send the bytes there, and say that they are there."""
        answer = self._loop.run(self._client.files_upload_v2(filename=name, content=content, **about))
        file: dict[str, Any] = answer["file"]
        return file

    def person(self, name: str) -> Person:
        return next(person for person in self.workspace.people.values() if person.name == name)

    def channel(self, name: str) -> Channel:
        return next(channel for channel in self.workspace.channels.values() if channel.name == name)

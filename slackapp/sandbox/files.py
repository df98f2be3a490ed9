"""Files: announced, handed in, and then shared in a conversation."""

from dataclasses import dataclass

from slackapp.sandbox.payload import Payload


@dataclass
class File:
    """A file of the app; `content` is None until it has been handed in."""

    id: str
    name: str
    length: int
    title: str = ""
    content: bytes | None = None

    def as_file(self) -> Payload:
        """The file object of Slack, as far as anybody looks at it."""
        return {"id": self.id, "name": self.name, "title": self.title or self.name, "size": self.length}

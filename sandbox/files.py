"""Files: announced, handed in, and then shared in a conversation, used in a block, or handed in with a form."""

from dataclasses import dataclass
from datetime import datetime
from mimetypes import guess_type

from sandbox.payload import Payload

PICTURES = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg", b"GIF8": "image/gif"}


@dataclass
class File:
    """A file of the app or of a person; `content` is None until it has been handed in.

    `address` is where it is handed in, and where the app reads it with its token. `alt` says what a picture shows.
    `ready_at` is when Slack will have looked at it: an image block that names it before that is refused.
    """

    id: str
    name: str
    length: int
    address: str = ""
    title: str = ""
    alt: str = ""
    content: bytes | None = None
    ready_at: datetime | None = None

    @property
    def picture_type(self) -> str:
        """What kind of picture it is; empty where it is none that Slack shows in a block."""
        return next((name for start, name in PICTURES.items() if (self.content or b"").startswith(start)), "")

    def as_file(self) -> Payload:
        """The file object of Slack, as far as anybody looks at it."""
        return {
            "id": self.id,
            "name": self.name,
            "title": self.title or self.name,
            "mimetype": guess_type(self.name)[0] or "application/octet-stream",
            "filetype": self.ending,
            "size": self.length,
            "url_private": self.address,
            "url_private_download": self.address,
        }

    @property
    def ending(self) -> str:
        """The last part of its name, by which fields say which files they take."""
        return self.name.rpartition(".")[2].lower()

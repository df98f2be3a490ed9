"""What a process has in its hands: the keys of the posts and shares that have begun and have not come back, in a file.

A process that is stopped there, past its last look at the clock, may post a second copy when it goes on. No rule can
prevent that, so that it is told apart from those that a rule must prevent.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import ModuleType
from typing import Any

from slackapp.slack import posting, uploading
from slackapp.slack.outcomes import Posted
from slackapp.views.message import Content, File
from tests.fire import copies


def show(sign: str) -> None:
    """Keep the file up to date from now on; to be called after a point was armed, so that it lies around that."""
    post, share, hands = posting.post, uploading.share, _Hands(_file(sign))

    async def posts(*args: Any, key: str, **kwargs: Any) -> Posted:
        with hands.hold(key):
            return await post(*args, key=key, **kwargs)

    async def shares(client: Any, to: str, content: Content, files: Sequence[File], **kwargs: Any) -> Posted:
        with hands.hold(copies.key_of_files(content.text, [file.title for file in files])):
            return await share(client, to, content, files, **kwargs)

    _put(posting, "post", posts)
    _put(uploading, "share", shares)


def of(sign: Path) -> list[str]:
    """The keys, of a process that stands still."""
    with suppress(FileNotFoundError):
        return _file(str(sign)).read_text(encoding="utf-8").splitlines()
    return []


class _Hands:
    def __init__(self, file: Path) -> None:
        self._file, self._held = file, set[str]()

    @contextmanager
    def hold(self, key: str) -> Iterator[None]:
        self._held.add(key)
        self._show()
        try:
            yield
        finally:
            self._held.discard(key)
            self._show()

    def _show(self) -> None:
        self._file.write_text("\n".join(self._held), encoding="utf-8")


def _put(module: ModuleType, name: str, instead: Callable[..., Any]) -> None:
    setattr(module, name, instead)


def _file(sign: str) -> Path:
    return Path(f"{sign}, in hand")

"""What a process has in its hands: the keys of the posts that have begun and have not come back, in a file.

A process that is stopped there, past its last look at the clock, may post a second copy when it goes on. No rule can
prevent that, so that it is told apart from those that a rule must prevent.
"""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from slackapp.slack import posting


def show(sign: str) -> None:
    """Keep the file up to date from now on; to be called after a point was armed, so that it lies around that."""
    real, held, file = posting.post, set[str](), _file(sign)

    async def post(*args: Any, key: str, **kwargs: Any) -> posting.Place:
        _add(held, key, file)
        try:
            return await real(*args, key=key, **kwargs)
        finally:
            _drop(held, key, file)

    _put(post)


def of(sign: Path) -> list[str]:
    """The keys, of a process that stands still."""
    with suppress(FileNotFoundError):
        return _file(str(sign)).read_text(encoding="utf-8").split()
    return []


def _add(held: set[str], key: str, file: Path) -> None:
    held.add(key)
    file.write_text("\n".join(held), encoding="utf-8")


def _drop(held: set[str], key: str, file: Path) -> None:
    held.discard(key)
    file.write_text("\n".join(held), encoding="utf-8")


def _put(post: Callable[..., Any]) -> None:
    setattr(posting, "post", post)  # noqa: B010 - a module's function is not to be assigned


def _file(sign: str) -> Path:
    return Path(f"{sign}, in hand")

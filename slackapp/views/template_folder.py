"""The folder of an organisation's own templates: what stands in it, read at once, and whether that has changed."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from jinja2 import FunctionLoader

ENDING = ".jinja"
Stamp = tuple[str, int, int]


@dataclass(frozen=True)
class Sources:
    """The texts of all templates of a folder at one time, by their names."""

    path: str
    files: tuple[tuple[str, str], ...]

    def loader(self) -> FunctionLoader:
        """Gives Jinja what was read: a file that is saved meanwhile changes nothing."""
        texts = dict(self.files)

        def load(name: str) -> tuple[str, str, None] | None:
            return (texts[name], f"{self.path}/{name}", None) if name in texts else None

        return FunctionLoader(load)


class Folder:
    """Templates by their names, as they were when they were last looked at."""

    def __init__(self, path: Path | None) -> None:
        """Nothing has been read yet. Where there is no such folder, there is nothing in it."""
        self._path = path
        self._stamps: list[Stamp] = []
        self._texts: dict[str, str] = {}

    @property
    def sources(self) -> Sources:
        """What was read."""
        return Sources(str(self._path), tuple(self._texts.items()))

    def names(self) -> list[str]:
        """The names of what was read, such as "digests/ours.jinja"."""
        return list(self._texts)

    def has_changed(self) -> bool:
        """Whether anything differs from the last time that this was asked; then all is read anew."""
        try:
            files = self._files()
            stamps = [_stamp(name, file) for name, file in files.items()]
            if stamps == self._stamps:
                return False
            self._texts = {name: _text(file) for name, file in files.items()}
        except OSError:
            # A file that went away while it was looked at: the next look finds it gone.
            return False
        self._stamps = stamps
        return True

    def version(self, name: str) -> str:
        """Changes with the template of this name, and with the parts that it may use."""
        parts = [text for each, text in sorted(self._texts.items()) if Path(each).name.startswith("_")]
        return sha256("\0".join([name, self._texts.get(name, ""), *parts]).encode()).hexdigest()[:16]

    def _files(self) -> dict[str, Path]:
        if self._path is None:
            return {}
        found = {file.relative_to(self._path): file for file in sorted(self._path.rglob(f"*{ENDING}"))}
        return {name.as_posix(): file for name, file in found.items() if file.is_file() and not _is_hidden(name)}


def _is_hidden(name: Path) -> bool:
    """What a Mac, an editor or git leaves beside the files that people made: `._ours.jinja`, `.git/…`."""
    return any(part.startswith(".") for part in name.parts)


def _text(file: Path) -> str:
    # What is not UTF-8 stands there as such, and is found where it is checked. Windows writes a mark before it.
    return file.read_text(encoding="utf-8-sig", errors="replace")


def _stamp(name: str, file: Path) -> Stamp:
    about = file.stat()
    return name, about.st_mtime_ns, about.st_size

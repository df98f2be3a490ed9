"""The folder of an organisation's own templates: what stands in it, read at once, and whether that has changed."""

from hashlib import sha256
from pathlib import Path

from jinja2 import FunctionLoader

ENDING = ".jinja"
Stamp = tuple[str, int, int]


class Folder:
    """Templates by their names, as they were when they were last looked at."""

    def __init__(self, path: Path | None) -> None:
        """Nothing has been read yet. Where there is no such folder, there is nothing in it."""
        self._path = path
        self._stamps: list[Stamp] = []
        self.sources: dict[str, str] = {}

    def has_changed(self) -> bool:
        """Whether anything differs from the last time that this was asked; then all is read anew."""
        try:
            files = self._files()
            stamps = [_stamp(name, file) for name, file in files.items()]
            if stamps == self._stamps:
                return False
            # What is not UTF-8 stands there as such, and is found where it is checked.
            self.sources = {name: file.read_text(encoding="utf-8", errors="replace") for name, file in files.items()}
        except OSError:
            # A file that went away while it was looked at: the next look finds it gone.
            return False
        self._stamps = stamps
        return True

    def loader(self) -> FunctionLoader:
        """Gives Jinja what was read: a file that is saved meanwhile changes nothing."""
        sources, path = dict(self.sources), self._path

        def load(name: str) -> tuple[str, str, None] | None:
            return (sources[name], f"{path}/{name}", None) if name in sources else None

        return FunctionLoader(load)

    def version(self, name: str) -> str:
        """Changes with the template of this name, and with the parts that it may use."""
        parts = [text for each, text in sorted(self.sources.items()) if Path(each).name.startswith("_")]
        return sha256("\0".join([name, self.sources.get(name, ""), *parts]).encode()).hexdigest()[:16]

    def _files(self) -> dict[str, Path]:
        if self._path is None:
            return {}
        found = sorted(file for file in self._path.rglob(f"*{ENDING}") if file.is_file())
        return {file.relative_to(self._path).as_posix(): file for file in found}


def _stamp(name: str, file: Path) -> Stamp:
    about = file.stat()
    return name, about.st_mtime_ns, about.st_size

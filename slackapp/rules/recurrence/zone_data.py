"""Which edition of the world's time zones is in use: when governments change their clocks, moments move."""

import zoneinfo
from functools import cache
from importlib.metadata import version
from pathlib import Path


@cache
def edition() -> str:
    """The edition's name, such as "2026f" or "2026.6". Python takes the machine's own zones where it has them."""
    folders = (Path(folder) for folder in zoneinfo.TZPATH)
    return next((_of_machine(folder) for folder in folders if folder.is_dir()), version("tzdata"))


def _of_machine(folder: Path) -> str:
    for name in ("tzdata.zi", "+VERSION"):
        file = folder / name
        if file.exists():
            with file.open(encoding="utf-8") as lines:
                return lines.readline().removeprefix("# version").strip()[:64]
    # Some machines do not say which edition they have; the age of the folder tells that it is another.
    return f"of {folder.stat().st_mtime_ns}"

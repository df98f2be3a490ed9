"""A recipe of docs/extend.md, followed on a copy of the tree."""

import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.mutants import trial


@dataclass(frozen=True)
class Recipe:
    """`changes` are texts of a file with what stands in their place, `files` are new; `story` is a test of it."""

    changes: Mapping[str, Mapping[str, str]]
    files: Mapping[str, str]
    story: str

    @property
    def touched(self) -> set[str]:
        """The Python files that it takes."""
        return {*self.changes, *self.files}

    def followed(self) -> str:
        """What pytest says of the story, in a copy in which all of it is done."""
        with trial.copy() as tree:
            for name, changes in self.changes.items():
                self._change(tree / name, changes)
            for name, text in self.files.items():
                (tree / name).write_text(text, encoding="utf-8")
            told = tree / "tests" / "stories" / "requests" / "test_recipe.py"
            told.write_text(self.story, encoding="utf-8")
            how = ["-q", "-n", "0", "-p", "no:cacheprovider", "-m", trial.ON_SQLITE, str(told)]
            asked = [sys.executable, "-m", "pytest", *how]
            return subprocess.run(asked, cwd=tree, capture_output=True, text=True, check=False).stdout

    @staticmethod
    def _change(file: Path, changes: Mapping[str, str]) -> None:
        text = file.read_text(encoding="utf-8")
        for old, new in changes.items():
            assert text.count(old) == 1, f"{file.name} has this {text.count(old)} times: {old}"
            text = text.replace(old, new)
        file.write_text(text, encoding="utf-8")

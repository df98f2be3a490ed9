"""One mutation tried: on a copy of the tree, with the tests that must notice it."""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from tests.mutants.mutations import Mutation

HOUSE = Path(__file__).resolve().parents[2]
LEFT_OUT = shutil.ignore_patterns(".git", ".venv*", "__pycache__", ".*_cache", ".hypothesis", "screenshots", "*.db*")
LONGEST = 120
"""Seconds until it must have been noticed."""
TESTS_FAILED = 1
ON_SQLITE = "not postgresql and not browser"


@dataclass(frozen=True)
class Verdict:
    """Whether tests noticed a mutation, and after how many seconds."""

    mutation: Mutation
    is_noticed: bool
    seconds: float

    def __str__(self) -> str:
        """A line of the table."""
        return f"{'noticed' if self.is_noticed else 'NOT NOTICED':12}{self.seconds:6.1f} s  {self.mutation.name}"


def mutated(mutation: Mutation, text: str) -> str:
    """The file with the mutation in it; ValueError where it does not stand there exactly once."""
    if text.count(mutation.before) != 1:
        raise ValueError(f"{mutation.name}: {text.count(mutation.before)} times in {mutation.file}")
    return text.replace(mutation.before, mutation.after)


def tried(mutation: Mutation) -> Verdict:
    """Put it into a copy of the tree, and run its tests there."""
    began = monotonic()
    with _copy() as tree:
        file = tree / mutation.file
        file.write_text(mutated(mutation, file.read_text(encoding="utf-8")), encoding="utf-8")
        try:
            status = _status(tree, mutation)
        except subprocess.TimeoutExpired:
            status = 0
    return Verdict(mutation, status == TESTS_FAILED, monotonic() - began)


def _status(tree: Path, mutation: Mutation) -> int:
    how = ("-q", "-x", "-n", "0", "-p", "no:cacheprovider", "--hypothesis-profile", "mutants", "-m", ON_SQLITE)
    asked = [sys.executable, "-m", "pytest", *how]
    done = subprocess.run([*asked, *mutation.tests], cwd=tree, capture_output=True, check=False, timeout=LONGEST)
    return done.returncode


@contextmanager
def _copy() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="afspraak-mutant-") as folder:
        tree = Path(folder) / "tree"
        shutil.copytree(HOUSE, tree, ignore=LEFT_OUT)
        yield tree

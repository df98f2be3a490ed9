"""One mutation tried: on a copy of the tree, with the tests that must notice it."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from tests.mutants.mutations import Mutation

HOUSE = Path(__file__).resolve().parents[2]
LEFT_OUT = shutil.ignore_patterns(".git", ".venv*", "__pycache__", ".*_cache", ".hypothesis", "screenshots", "*.db*")
LONGEST = 120
"""Seconds until it must have been noticed."""
FAILED = "FAILED "
"""How pytest begins the line of a test that failed; one that could not begin is an ERROR, and has noticed nothing."""
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


def tried(mutation: Mutation) -> Verdict:
    """Put it into a copy of the tree, and run its tests there."""
    began = monotonic()
    with copy() as tree:
        file = tree / mutation.file
        file.write_text(mutation.made_in(file.read_text(encoding="utf-8")), encoding="utf-8")
        said = _tested(tree, [mutation.test], within=LONGEST)
    return Verdict(mutation, FAILED in said, monotonic() - began)


def control(mutations: Iterable[Mutation]) -> str:
    """What their tests say of a copy in which nothing was changed; "" where all of them pass."""
    tests = sorted({mutation.test for mutation in mutations})
    with copy() as tree:
        said = _tested(tree, tests, within=LONGEST * len(tests), stops=False)
    is_well = "passed" in said and not any(bad in said for bad in (FAILED, "ERROR", "no tests ran"))
    return "" if is_well else said or "the tests did not come to an end"


def _tested(tree: Path, tests: Iterable[str], *, within: float, stops: bool = True) -> str:
    """What pytest said; nothing where it did not end in time, and then nothing of it goes on."""
    how = ["-q", "-n", "0", "-p", "no:cacheprovider", "--hypothesis-profile", "mutants", "-m", ON_SQLITE]
    asked = [sys.executable, "-m", "pytest", *how, *(["-x"] if stops else []), *tests]
    with subprocess.Popen(asked, cwd=tree, stdout=subprocess.PIPE, text=True, start_new_session=True) as running:
        try:
            return running.communicate(timeout=within)[0]
        except subprocess.TimeoutExpired:
            os.killpg(running.pid, signal.SIGKILL)
            return ""


@contextmanager
def copy() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="afspraak-mutant-") as folder:
        tree = Path(folder) / "tree"
        shutil.copytree(HOUSE, tree, ignore=LEFT_OUT)
        yield tree

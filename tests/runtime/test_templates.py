"""`app.py templates check`: the exit status and the lines that an editor can jump to."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from runtime import template_check
from runtime.cannot_start import CannotStart

HOUSE = Path(__file__).resolve().parents[2]


def checks(own: Path) -> tuple[int, str]:
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("SLACK_", "AFSPRAAK_"))}
    environment["AFSPRAAK_TEMPLATES"] = str(own)
    command = [sys.executable, "app.py", "templates", "check"]
    done = subprocess.run(command, cwd=HOUSE, env=environment, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout


def test_a_broken_one_is_told_with_file_and_line(tmp_path: Path) -> None:
    file = tmp_path / "digests" / "ours.jinja"
    file.parent.mkdir()
    file.write_text('{{ header("Hello") }}\n{{ context("") }}\n', encoding="utf-8")
    status, told = checks(tmp_path)
    assert status == 1
    assert told.startswith(f"{file}:2: Slack would refuse this: must be more than 0 characters")


def test_where_nothing_is_broken_it_says_so(tmp_path: Path) -> None:
    assert checks(tmp_path) == (0, f"{template_check.GOOD}\n")


def test_a_folder_that_is_none_is_said_to_be_none(tmp_path: Path) -> None:
    with pytest.raises(CannotStart, match="AFSPRAAK_TEMPLATES names no folder"):
        template_check.found(str(tmp_path / "later"))

"""What `python -m tests.mutants` takes out still stands where it says, and the tests that it names are there."""

import pytest

from tests.house import rooms
from tests.mutants import trial
from tests.mutants.mutations import MUTATIONS, Mutation


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda each: each.name)
def test_it_can_still_be_made(mutation: Mutation) -> None:
    text = (rooms.HOUSE / mutation.file).read_text(encoding="utf-8")
    assert trial.mutated(mutation, text) != text


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda each: each.name)
def test_its_tests_are_there(mutation: Mutation) -> None:
    for named in mutation.tests:
        file, _, test = named.partition("::")
        assert f"def {test}" in (rooms.HOUSE / file).read_text(encoding="utf-8")

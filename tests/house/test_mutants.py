"""What `python -m tests.mutants` takes out still stands where it says, and the tests that it names are there."""

import re

import pytest

from tests.house import rooms
from tests.mutants.filters import filters
from tests.mutants.mutations import MUTATIONS, Mutation
from tests.mutants.noticed import NOTICED


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda each: each.name)
def test_it_can_still_be_made(mutation: Mutation) -> None:
    text = (rooms.HOUSE / mutation.file).read_text(encoding="utf-8")
    assert mutation.made_in(text) != text


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda each: each.name)
def test_its_test_is_there(mutation: Mutation) -> None:
    file, _, test = mutation.test.partition("::")
    assert re.search(rf"^(async )?def {test}\(", (rooms.HOUSE / file).read_text(encoding="utf-8"), re.MULTILINE)


def test_everything_that_is_left_out_of_a_question_is_taken_out_by_turns() -> None:
    assert sorted(filters()) == sorted(NOTICED)

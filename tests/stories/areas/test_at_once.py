"""Two people press in the same moment: one becomes the owner, and the other is told."""

from functools import partial

from tests.stories.areas.doing import Leaves, Register
from tests.stories.driver import House, Person


def test_two_take_over_at_once_and_one_becomes_the_owner(
    house: House, jan: Person, kim: Person, noor: Person, *, leaves: Leaves, register: Register
) -> None:
    register()
    leaves(jan)
    house.at_once(*(partial(person.visitor.presses, "I own it") for person in (kim, noor)))
    told = [person for person in (kim, noor) if "it has an owner" in person.dm]
    assert len(told) == 1
    owner = next(person for person in (kim, noor) if person not in told)
    owner.types("/owner payments")
    assert f"Owner: {owner.name}" in owner.dm


def test_an_answer_that_slack_delivers_again_changes_nothing(jan: Person, kim: Person, register: Register) -> None:
    register(by=kim, owner=jan)
    jan.presses("Still mine")
    jan.sends_again()
    jan.types("/owner payments")
    jan.presses("Show", on=jan.latest(jan.visitor.app))
    assert jan.form.count("jan confirms that it is theirs") == 1

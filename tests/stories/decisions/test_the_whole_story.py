"""How issue "Decisions that can be found and trusted" is seen: one decision from the first word to the archive."""

import io
import zipfile
from collections.abc import Callable

from sandbox.channels import Channel
from tests.stories.driver import House, Person


def test_a_decision_from_proposal_to_archive(
    house: House,
    sanne: Person,
    noor: Person,
    jan: Person,
    kim: Person,
    finance: Channel,
    sales: Channel,
    support: Channel,
    propose: Callable[..., None],
) -> None:
    propose(text="Klanten betalen binnen twee weken, ook de bakkerijen.", context="De debiteurentermijn is te lang.")
    jan.presses("Object")
    jan.fills(reason="Te kort voor bakkerijen").submits()
    _say_it_in_english(sanne)
    jan.presses("Agree", on=jan.latest(jan.visitor.app))
    noor.presses("Decide", on=noor.latest(noor.visitor.app))
    noor.submits()

    jan.presses("Seen", on=jan.latest(finance))
    sanne.presses("Gezien", on=sanne.latest(sales))
    house.moves_to("Fri 09:05")
    assert "Not seen yet by: Support." in noor.dm
    assert "jan" not in noor.dm.partition("Three working days ago")[2]

    house.moves_to("2027-03-01 10:00")
    _replace_it(noor)
    assert "⏭️ Superseded · D-2 holds now" in kim.sees(support)

    kim.types("/decision search debiteuren")
    found = kim.dm.partition("“debiteuren”")[2]
    assert "D-1 Payment term of 14 days · Superseded · D-2 holds now" in found
    kim.types("/decision export")
    assert "(file: decisions.zip)" in kim.dm
    records = _records(house)
    assert set(records) == {"README.md", "D-0001-payment-term-of-14-days.md", "D-0002-payment-term-of-30-days.md"}
    assert (
        "- **Superseded by**: [D-2](D-0002-payment-term-of-30-days.md)" in records["D-0001-payment-term-of-14-days.md"]
    )
    assert "- **Replaces**: [D-1](D-0001-payment-term-of-14-days.md)" in records["D-0002-payment-term-of-30-days.md"]


def test_a_member_of_no_concerned_private_channel_finds_nothing_of_it(house: House, noor: Person, jan: Person) -> None:
    board = house.channel("board", [noor, jan], private=True)
    boss = house.person("Bob Boss", is_admin=True)
    noor.types("/decision We sell the bakery")
    noor.fills(kind="decided", text="In May", decider=noor, channels=board).submits()
    assert not noor.form, noor.errors
    jan.types("/decision search bakery")
    assert "Decisions: “bakery” (1)" in jan.dm
    boss.types("/decision search bakery")
    assert "Decisions: “bakery” (0)" in boss.dm
    boss.types("/decision list")
    assert "All decisions (0)" in boss.dm
    boss.types("/decision D-1")
    assert "There is no such decision, or you may not see it." in boss.dm
    boss.types("/decision export")
    assert "0 decisions that you may see" in boss.dm
    assert set(_records(house)) == {"README.md"}
    assert "bakery" not in str(_records(house))


def _say_it_in_english(sanne: Person) -> None:
    sanne.types("/decision D-1")
    sanne.chooses("⋯", "De tekst wijzigen")
    sanne.fills(text="Customers pay within two weeks, bakeries within three.", context="Money comes in too late.")
    sanne.submits()
    sanne.closes()


def _replace_it(noor: Person) -> None:
    noor.types("/decision D-1")
    noor.chooses("⋯", "Propose a successor")
    noor.fills(kind="decided", title="Payment term of 30 days", decider=noor, consulted=None).submits()
    assert "which you may not see" not in noor.form
    noor.closes()


def _records(house: House) -> dict[str, str]:
    newest = [file for file in house.workspace.files.values() if file.name == "decisions.zip"][-1]
    with zipfile.ZipFile(io.BytesIO(newest.content or b"")) as folder:
        return {name: folder.read(name).decode() for name in folder.namelist()}

"""A table of areas is brought, looked at, stored, and taken along again (OWN-1)."""

import csv
import io

import pytest

from sandbox.channels import Channel
from sandbox.files import File
from tests.stories.areas.doing import Brings
from tests.stories.driver import House, Person

TABLE = """name,kind,team,owner,backup,description,every (days)
Payments,system,Platform,jan,kim,"Everything, that customers pay",90
Invoices,process,Sales,sanne,,,60
"""
MISTAKES = (
    TABLE
    + """Ghosts,system,Platform,nobody-here,,,
Secrets,spaceship,Platform,jan,,,
,system,Platform,jan,,,
Refunds,system,Elsewhere,jan,,,
Twice,system,Platform,jan,,,
twice,system,Platform,jan,,,
Often,system,Platform,jan,,,three
"""
)


@pytest.fixture
def brings(noor: Person, platform: Channel, sales: Channel) -> Brings:
    """Noor pastes a table and looks at what it would change."""

    def brings(table: str) -> None:
        noor.types("/owner import")
        noor.fills(table=table).submits()

    return brings


def test_nothing_is_stored_before_the_preview_was_seen(noor: Person, brings: Brings) -> None:
    brings(TABLE)
    assert "2 new areas · 0 changed areas · 0 stay as they are · 0 lines cannot be taken over" in noor.form
    noor.closes()
    noor.types("/owner payments")
    assert "Nobody owns payments yet." in noor.dm


def test_mistakes_are_told_by_line_and_the_rest_is_stored(noor: Person, jan: Person, brings: Brings) -> None:
    brings(MISTAKES)
    for words in (
        "Line 4, Ghosts: Nobody is called nobody-here.",
        "Line 5, Secrets: There is no kind spaceship.",
        "Line 6, without a name: An area needs a name.",
        "Line 7, Refunds: There is no team called Elsewhere.",
        "Line 8, Twice: This name stands in the table more than once.",
        "Line 10, Often: “three” is no number of days.",
    ):
        assert words in noor.form
    noor.submits()
    assert "2 new areas" in noor.form
    jan.types("/owner payments")
    assert "Owner: jan · backup: kim" in jan.dm
    assert "Not confirmed yet by jan" in jan.dm


def test_the_same_table_again_changes_nothing(noor: Person, brings: Brings) -> None:
    brings(TABLE)
    noor.submits()
    noor.closes()
    brings(TABLE)
    assert "0 new areas · 0 changed areas · 2 stay as they are" in noor.form


def test_another_owner_in_the_table_is_an_offer(noor: Person, kim: Person, brings: Brings) -> None:
    brings(TABLE)
    noor.submits()
    noor.closes()
    brings("naam;team;eigenaar\nPayments;Platform;noor\n")
    assert "Payments: offered to another owner" in noor.form
    noor.submits()
    noor.closes()
    noor.presses("Accept")
    kim.types("/owner payments")
    assert "Owner: noor" in kim.dm


def test_a_line_without_an_owner_is_asked_of_the_lead(noor: Person, brings: Brings) -> None:
    brings("name,team\nPayments,Platform\nRefunds,Platform\n")
    noor.submits()
    assert noor.dm.count("2 questions about who owns something") == 1


def test_what_is_exported_imports_again_without_a_change(house: House, noor: Person, brings: Brings) -> None:
    brings(TABLE + '"=SUM(A1)",system,Platform,jan,kim,"-1 is not a formula",30\n')
    noor.submits()
    noor.closes()
    noor.types("/owner export")
    exported = next(file for file in house.workspace.files.values() if file.name == "areas.csv")
    assert exported.content is not None
    assert "'=SUM(A1)" in exported.content.decode("utf-8-sig")
    brings(exported.content.decode("utf-8-sig"))
    assert "0 new areas · 0 changed areas · 3 stay as they are · 0 lines cannot be taken over" in noor.form


def test_a_team_is_named_as_in_a_message_and_a_person_as_they_are_known(
    house: House, noor: Person, jan: Person, kim: Person, platform: Channel, brings: Brings
) -> None:
    house.person("Piet Post", email="Piet.Post@example.com")
    for name in ("prins", "sannep"):
        house.workspace.person("Sanne Prins", name=name)
    group = house.group("platform-team", [noor, jan])
    house.knows_everybody()
    noor.types("/teams platform")
    noor.fills(group="@platform-team").submits()
    noor.closes()
    brings(
        f"""name,team,owner
One,#platform,Jan Smit
Two,@platform-team,@jan
Three,{platform.id},<@{jan.id}|jan>
Four,<#{platform.id}|platform>,piet.post@EXAMPLE.com
Five,<!subteam^{group.id}|@platform-team>,{jan.id}
Six,platform,Sanne Prins
Seven,#nowhere,jan
"""
    )
    assert "5 new areas · 0 changed areas · 0 stay as they are · 2 lines cannot be taken over" in noor.form
    assert "Line 7, Six: Several people are called Sanne Prins. Use the Slack id of one." in noor.form
    assert "Line 8, Seven: There is no team called #nowhere." in noor.form


def test_a_private_home_is_no_name_for_its_team(house: House, noor: Person, kim: Person, brings: Brings) -> None:
    house.team("Board", lead=kim, channel=house.channel("boardroom", [kim], private=True))
    brings("name,team\nBudget,#boardroom\n")
    assert "There is no team called #boardroom." in noor.form


@pytest.mark.parametrize(
    "content",
    [
        "sep=;\r\nnaam;team;eigenaar\r\nBetalingen – café;Platform;jan\r\n".encode("cp1252"),
        "\ufeffnaam\tteam\teigenaar\r\nBetalingen – cafe\u0301\tPlatform\tjan\r\n".encode("utf-16-le"),
        "\ufeffnaam;team;eigenaar\rBetalingen – café;Platform;jan\r\0".encode("utf-16-be"),
    ],
)
def test_a_file_is_taken_as_excel_powershell_and_old_macs_write_it(
    house: House, noor: Person, jan: Person, platform: Channel, content: bytes
) -> None:
    file = File("F0TABLE", "areas.csv", len(content), content=content)
    house.workspace.files[file.id] = file
    noor.types("/owner import")
    noor.fills(file=[{"id": file.id, "url_private_download": f"{house.sandbox.address}/upload/{file.id}"}]).submits()
    assert "1 new area · 0 changed areas · 0 stay as they are · 0 lines cannot be taken over" in noor.form
    noor.submits()
    jan.types("/owner betalingen – café")
    assert "Owner: jan" in jan.dm


def test_nothing_that_is_exported_is_calculated_whatever_divides_the_cells(
    house: House, noor: Person, platform: Channel, brings: Brings
) -> None:
    brings('name,team,description\n"a;=1+1",Platform,"- one\n- two;+3"\n')
    noor.submits()
    noor.closes()
    noor.types("/owner export")
    exported = next(file for file in house.workspace.files.values() if file.name == "areas.csv")
    assert exported.content is not None
    table = exported.content.decode("utf-8-sig")
    for delimiter in ",;\t":
        cells = [cell for row in csv.reader(io.StringIO(table, newline=""), delimiter=delimiter) for cell in row]
        assert [cell for cell in cells if cell.lstrip().startswith(("=", "+", "-", "@"))] == []
    brings(table)
    assert "0 new areas · 0 changed areas · 1 stays as it is · 0 lines cannot be taken over" in noor.form


def test_what_is_no_table_is_refused_in_the_form(noor: Person, brings: Brings) -> None:
    brings("hello")
    assert "The first line names the columns" in str(noor.errors)
    noor.fills(table="").submits()
    assert "Paste a table, or choose a file." in str(noor.errors)


def test_somebody_elses_area_is_not_changed_by_a_table(sanne: Person, noor: Person, brings: Brings) -> None:
    brings(TABLE)
    noor.submits()
    sanne.types("/owner import")
    sanne.fills(table="name,team,description\nPayments,Platform,Mine now\n").submits()
    assert "0 veranderen" in sanne.form
    assert "kunnen niet worden overgenomen" in sanne.form or "1 regel kan niet worden overgenomen" in sanne.form

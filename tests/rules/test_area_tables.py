"""Tables of areas as people and spreadsheets write them."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slackapp.errors import InvalidInput
from slackapp.rules.areas import import_table


def test_heads_are_known_in_both_languages_and_any_order() -> None:
    (line,) = import_table.lines("Eigenaar;Team;Naam\njan;Platform;Betalingen\n")
    assert (line["name"], line["team"], line["owner"], line["backup"]) == ("Betalingen", "Platform", "jan", "")


def test_a_cell_may_hold_commas_quotes_and_line_breaks() -> None:
    first, second = import_table.lines(
        'name,team,description\nPayments,Platform,"One, ""two""\nthree"\nRefunds,Platform,\n'
    )
    assert first["description"] == 'One, "two"\nthree'
    assert (first.number, second.number) == (2, 4)


@pytest.mark.parametrize(
    "text",
    [
        "\ufeffname\tteam\nPayments\tPlatform",
        "name,team\r\n\r\nPayments,Platform\r\n",
        "name,team\rPayments,Platform\r",
        "sep=;\r\nname;team\r\nPayments;Platform\r\n",
        "sep=,\nname,team\nPayments,Platform",
        "\n;;\n  ; ;\nname;team;kind\nPayments;Platform;system",
        'name;team;"description, long, longer, longest"\nPayments;Platform;x',
        '"name", "team"\n"Payments", "Platform"',
        "\u200bname;\u200bteam\nPayments;Platform",
        "\ufeff\u200b\nName ; TEAM\nPayments ;\u00a0Platform",
        "sep=\t\n\nname\tteam\nPayments\tPlatform\n\u200b\t",
    ],
)
def test_what_spreadsheets_write_is_read(text: str) -> None:
    (line,) = import_table.lines(text)
    assert (line["name"], line["team"]) == ("Payments", "Platform")


@pytest.mark.parametrize("above", ["", "\n\n", "sep=;\n", ";;\n"])
def test_a_line_is_called_by_its_number_in_the_file(above: str) -> None:
    (line,) = import_table.lines(f"{above}name;team\n\nPayments;Platform")
    assert line.number == 3 + above.count("\n")


@given(st.text(st.characters(exclude_categories=()), max_size=80))
def test_whatever_it_is_it_is_a_table_or_is_refused(text: str) -> None:
    with suppress(InvalidInput):
        assert all("\0" not in line["name"] for line in import_table.lines(f"name;team\n{text}"))


def test_the_mark_before_a_formula_comes_off() -> None:
    (line,) = import_table.lines("name,team\n'=SUM(A1),Platform")
    assert line["name"] == "=SUM(A1)"


@pytest.mark.parametrize("text", ["", "  ", "hello", "name,owner\nPayments,jan", "name,team\n" + "x,y\n" * 2001])
def test_what_is_no_table_is_refused(text: str) -> None:
    with pytest.raises(InvalidInput):
        import_table.lines(text)

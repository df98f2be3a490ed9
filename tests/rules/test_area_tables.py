"""Tables of areas as people and spreadsheets write them."""

import pytest

from slackapp.errors import InvalidInput
from slackapp.rules.areas import table


def test_heads_are_known_in_both_languages_and_any_order() -> None:
    (line,) = table.lines("Eigenaar;Team;Naam\njan;Platform;Betalingen\n")
    assert (line["name"], line["team"], line["owner"], line["backup"]) == ("Betalingen", "Platform", "jan", "")


def test_a_cell_may_hold_commas_quotes_and_line_breaks() -> None:
    first, second = table.lines('name,team,description\nPayments,Platform,"One, ""two""\nthree"\nRefunds,Platform,\n')
    assert first["description"] == 'One, "two"\nthree'
    assert (first.number, second.number) == (2, 4)


@pytest.mark.parametrize("text", ["\ufeffname\tteam\nPayments\tPlatform", "name,team\r\n\r\nPayments,Platform\r\n"])
def test_what_spreadsheets_write_is_read(text: str) -> None:
    (line,) = table.lines(text)
    assert line["name"] == "Payments"


def test_the_mark_before_a_formula_comes_off() -> None:
    (line,) = table.lines("name,team\n'=SUM(A1),Platform")
    assert line["name"] == "=SUM(A1)"


@pytest.mark.parametrize("text", ["", "  ", "hello", "name,owner\nPayments,jan", "name,team\n" + "x,y\n" * 2001])
def test_what_is_no_table_is_refused(text: str) -> None:
    with pytest.raises(InvalidInput):
        table.lines(text)

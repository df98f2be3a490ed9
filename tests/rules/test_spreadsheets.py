"""Tables as spreadsheets write them, and as they may read ours."""

import codecs
import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slackapp import spreadsheets

TEXT = "naam;team\nBetalingen – café;Platform"
CELLS = st.text(st.sampled_from("a=+-@;,|\t\n\r\"' ＝"), max_size=12)
CALCULATED = tuple("=+-@＝＋－＠")


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("cp1252"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"),
    ],
)
def test_a_file_is_read_in_whatever_it_is_written(content: bytes) -> None:
    assert spreadsheets.decoded(content).removeprefix("\ufeff") == TEXT


@given(st.binary(max_size=60))
def test_every_file_is_some_text(content: bytes) -> None:
    assert isinstance(spreadsheets.decoded(content), str)


@given(CELLS)
def test_a_cell_comes_back_as_it_was(cell: str) -> None:
    assert spreadsheets.as_written(spreadsheets.harmless(cell)) == cell


def test_a_formula_behind_a_semicolon_is_none_for_a_reader_of_semicolons() -> None:
    table = spreadsheets.written([["name", "team"], ["a;=1+1", "Platform"]]).decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(table), delimiter=";") for cell in row]
    assert "'=1+1,Platform" in cells


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@given(rows=st.lists(st.lists(CELLS, min_size=2, max_size=3), max_size=3))
def test_no_reader_calculates_a_cell(delimiter: str, rows: list[list[str]]) -> None:
    table = spreadsheets.written(rows).decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(table, newline=""), delimiter=delimiter) for cell in row]
    assert [cell for cell in cells if cell.lstrip().startswith(CALCULATED)] == []


@pytest.mark.parametrize("text", ["1,234 – 5", "node.js; fast", "a, -b", "two-part", "10 = ten"])
def test_what_nobody_calculates_stays_as_it_is(text: str) -> None:
    assert spreadsheets.harmless(text) == text

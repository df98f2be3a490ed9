"""What changed between two versions, as it is read."""

from slackapp.views import rich
from slackapp.views.decisions.difference import changed


def read(before: str, after: str) -> str:
    """Taken out in [brackets], put in <angles>."""
    return "".join(_piece(piece) for piece in changed(before, after))


def _piece(piece: rich.Piece) -> str:
    style, text = piece.get("style", {}), piece["text"]
    return f"[{text}]" if style.get("strike") else f"<{text}>" if style.get("bold") else text


def test_a_word_that_changed_stands_between_those_that_did_not() -> None:
    assert read("pay in two weeks", "pay in three weeks") == "pay in [two] <three> weeks"


def test_far_words_are_left_out() -> None:
    before = " ".join(f"w{n}" for n in range(40))
    assert read(before, before + " end") == " … w32 w33 w34 w35 w36 w37 w38 w39 <end> "


def test_nothing_where_nothing_changed() -> None:
    assert changed("the same", "the  same") == []


def test_from_nothing_and_to_nothing() -> None:
    assert read("", "new words") == "<new words> "
    assert read("old words", "") == "[old words] "

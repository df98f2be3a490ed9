"""What goes wrong is told to the person in their language, without internals, and to the operator with the trace."""

import re
from urllib.parse import urlencode

import pytest

from tests.logged import Log
from tests.stories.driver import House
from tests.stories.driver.breaking import without
from tests.stories.driver.signed import FORM, JSON, posts

ON_ONE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
"""What no database sees is told once."""
COMMAND = urlencode(
    {
        "command": "/teams",
        "text": "",
        "team_id": "T0SB000001",
        "user_id": "U1",
        "channel_id": "C1",
        "trigger_id": "1",
    }
)


def test_a_failure_is_told_in_dutch_with_a_number_that_stands_in_the_log(house: House, log: Log) -> None:
    sanne = house.person("Sanne de Vries", locale="nl-NL")
    design = house.channel("design", [sanne])
    with without(house, "teams"):
        sanne.types("/teams", design)
    told = sanne.sees(design)
    assert "Probeer het opnieuw" in told
    (reference,) = re.findall(r"[0-9A-F]{6}", told)
    assert log.named("handler failed")["reference"] == reference
    assert "Traceback" in log.named("handler failed")["exception"]


def test_a_failure_shows_nothing_of_the_inside(house: House, log: Log) -> None:
    jan = house.person("Jan Smit")
    design = house.channel("design", [jan])
    with without(house, "teams"):
        jan.types("/teams our-secret-plan", design)
    told = jan.sees(design)
    assert not re.search(r"(?i)traceback|error|sql|table|\.py", told)
    assert "our-secret-plan" not in log.text


def test_a_form_that_cannot_be_stored_stays_open_with_all_that_was_typed(house: House, log: Log) -> None:
    jan = house.person("Jan Smit")
    design = house.channel("design", [jan])
    jan.types("/teams new", design)
    jan.fills(name="Design & Friends", lead=jan, channel=design)
    with without(house, "deliveries"):
        jan.submits()
    assert "Design & Friends" in jan.form
    assert "Nothing you typed is lost" in " ".join(jan.errors.values())
    jan.submits()
    jan.types("/teams", design)
    assert "Design & Friends" in jan.form


@ON_ONE
@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"secret": "not the secret"}, "wrong signature"),
        ({"timestamp": "1700000000"}, "old timestamp"),
        ({"timestamp": ""}, "no timestamp"),
        ({"timestamp": "soon"}, "no timestamp"),
    ],
)
def test_what_is_not_from_slack_is_turned_away(house: House, log: Log, changed: dict[str, str], reason: str) -> None:
    assert posts(house, COMMAND, **changed) == 401
    assert log.named("request turned away")["reason"] == reason


@ON_ONE
@pytest.mark.parametrize("chunked", [False, True])
def test_what_is_too_large_is_not_even_read(house: House, log: Log, *, chunked: bool) -> None:
    assert posts(house, "payload=" + "x" * 1_000_001, chunked=chunked) == 413
    assert log.named("request turned away")["reason"] == "too large"


@ON_ONE
@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        ("{not json", JSON),
        ("[1, 2]", JSON),
        ("", JSON),
        ("payload={not json", FORM),
        ("payload=null", FORM),
        ("nothing=here", FORM),
        ("", FORM),
    ],
)
def test_what_is_malformed_is_turned_away_and_not_quoted(house: House, log: Log, body: str, content_type: str) -> None:
    assert posts(house, body, content_type=content_type) == 400
    assert log.named("request turned away")["reason"] == "broken payload"
    assert "not json" not in log.text


@ON_ONE
def test_a_command_that_nobody_answers_is_told_so(house: House, log: Log) -> None:
    house.sandbox.manifest.whole["features"]["slash_commands"].append({"command": "/yesterday"})
    jan = house.person("Jan Smit")
    design = house.channel("design", [jan])
    jan.types("/yesterday", design)
    assert "does not know this any more" in jan.sees(design)
    assert log.named("nobody answers")["name"] == "/yesterday"


@ON_ONE
def test_a_workspace_in_which_the_app_is_not_installed_gets_no_answer(house: House) -> None:
    assert posts(house, COMMAND.replace("T0SB000001", "T0ELSEWHERE")) == 200
    assert house.sandbox.record.calls("views.open") == []

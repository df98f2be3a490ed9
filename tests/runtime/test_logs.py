"""The log tells the operator what happened, and nobody what was written or how to get in."""

import io
import logging

import pytest
import structlog

from tests import logged
from tests.logged import Log

SECRETS = {
    "a bot token": "xoxb-1234-5678-AbCdEf",
    "an app token": "xapp-1-A0123-456-abcdef",
    "a response address": "https://hooks.slack.com/commands/T1/2/secret",
    "a database's password": "postgresql://afspraak:hunter2@db/afspraak",
}


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_an_event_is_one_line_of_json_in_utc(log: Log) -> None:
    structlog.get_logger().warning("request turned away", reason="old timestamp")
    (line,) = log.events
    assert (line["event"], line["reason"], line["level"]) == ("request turned away", "old timestamp", "warning")
    assert line["timestamp"].endswith("Z")


def test_a_library_that_logs_in_its_own_way_comes_out_the_same(log: Log) -> None:
    logging.getLogger("sqlalchemy").warning("the pool %s is full", "reading")
    assert log.events[0]["event"] == "the pool reading is full"


@pytest.mark.parametrize("secret", SECRETS.values(), ids=SECRETS.keys())
def test_a_secret_is_hidden_wherever_it_turns_up(log: Log, secret: str) -> None:
    logger = structlog.get_logger()
    logger.info("calling", address=secret, where={"deep": ["inside", secret]})
    try:
        int(secret)
    except ValueError:
        logger.exception("it failed")
    logging.getLogger("aiohttp").error("refused: %s", secret)
    hunted = secret.removeprefix("postgresql://").split("@")[0]
    assert hunted not in log.text
    assert "ValueError" in log.text


def test_what_people_wrote_is_hidden_by_its_name(log: Log) -> None:
    structlog.get_logger().info("arrived", body={"text": "our salaries"}, payload="our salaries", trigger_id="1.2.x")
    assert "salaries" not in log.text
    assert "1.2.x" not in log.text


def test_a_refused_row_is_not_quoted(log: Log) -> None:
    logging.getLogger("sqlalchemy").error("duplicate key\nDETAIL:  Key (name)=(our salaries) already exists.")
    assert "salaries" not in log.text


def test_a_terminal_gets_lines_for_people() -> None:
    with logged.to(Terminal()) as terminal:
        structlog.get_logger().info("ready", address="http://127.0.0.1:3000")
    assert "ready" in terminal.text
    assert not terminal.text.startswith("{")

"""The manifest is what the code answers to, and asks for what the code calls."""

import json
import re
from itertools import chain

import pytest
from jsonschema import Draft7Validator

from runtime import registry
from slackapp.slack import manifest, scopes
from tests.house import rooms

SCHEMA = rooms.HOUSE.parent / "shared" / "data" / "manifest.schema.2.0.0.json"
FAMILIES = "apps|auth|bookmarks|bots|canvases|chat|conversations|dnd|files|pins|reactions|usergroups|users|views"


@pytest.fixture(scope="module", autouse=True)
def _doors_are_open() -> None:
    registry.open_doors()


def test_the_file_is_the_one_that_the_code_gives() -> None:
    written = (rooms.HOUSE / "manifest.json").read_text(encoding="utf-8")
    assert written == manifest.text(), "write it anew: python app.py manifest manifest.json"


def test_a_prefix_stands_before_every_command() -> None:
    commands = manifest.manifest(prefix="xt-")["features"]["slash_commands"]
    assert {each["command"] for each in commands} >= {"/xt-request", "/xt-afspraak"}
    assert all(each["should_escape"] for each in commands)


@pytest.mark.skipif(not SCHEMA.exists(), reason="Slack's schema of manifests is not in ../shared/data")
def test_an_app_over_http_has_its_address_everywhere() -> None:
    over_http = manifest.manifest(address="https://afspraak.example.com/")
    assert not over_http["settings"]["socket_mode_enabled"]
    assert json.dumps(over_http).count("https://afspraak.example.com/slack/events") == 3 + len(
        over_http["features"]["slash_commands"]
    )
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    assert list(Draft7Validator(schema).iter_errors(over_http)) == []


def test_every_method_that_is_called_stands_beside_its_scopes_and_back() -> None:
    assert _called() == {*scopes.METHODS, *scopes.OPTIONAL_METHODS}


def _called() -> set[str]:
    """Methods by their attribute (`chat_postMessage`) and by their name (`"users.list"`)."""
    sources = [file.read_text(encoding="utf-8") for file in rooms.sources("slackapp/slack", "slackapp/running")]
    by_attribute = (re.findall(rf"\.((?:{FAMILIES})_[A-Za-z_]+)\b", source) for source in sources)
    by_name = (re.findall(rf'_pages\(\w+, "((?:{FAMILIES})\.\w+)"', source) for source in sources)
    attributes = {_dotted(name) for name in chain.from_iterable(by_attribute)}
    return attributes | set(chain.from_iterable(by_name))


def _dotted(attribute: str) -> str:
    return attribute.replace("_", ".")

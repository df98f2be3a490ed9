"""A message becomes a request or a decision wherever it stands and whatever it holds (REQ-2, DEC-1)."""

from collections.abc import Callable
from typing import Any

import pytest

from sandbox.channels import Channel
from sandbox.messages import Message
from tests.stories.driver import House, Person

BOTH = pytest.mark.parametrize("shortcut", ["Turn into request", "Record as decision"])
ON_ONE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
Somewhere = Callable[[House, Person, Person], Channel]


def in_a_direct_message(house: House, sanne: Person, jan: Person) -> Channel:
    return house.workspace.direct(sanne.id, jan.id)


def in_a_group_direct_message(house: House, sanne: Person, jan: Person) -> Channel:
    return house.channel("mpdm-sanne--jan--kim-1", [sanne, jan, house.person("Ada")], private=True, with_app=False)


def in_a_private_channel(house: House, sanne: Person, jan: Person) -> Channel:
    return house.channel("merger", [sanne, jan], private=True, with_app=False)


WITHOUT_APP = pytest.mark.parametrize(
    "where", [in_a_direct_message, in_a_group_direct_message, in_a_private_channel], ids=lambda each: each.__name__
)


@BOTH
@WITHOUT_APP
def test_where_the_app_is_not_the_form_opens_and_no_error_is_said(
    house: House, sanne: Person, jan: Person, design: Channel, shortcut: str, where: Somewhere
) -> None:
    talk = where(house, sanne, jan)
    message = jan.says("We need a banner", talk)
    sanne.uses(shortcut, on=message)
    assert "We need a banner" in sanne.form
    assert sanne.sees(talk) == "We need a banner"


@WITHOUT_APP
def test_a_request_from_there_says_whose_message_it_was_and_gives_nothing_away(
    house: House, sanne: Person, jan: Person, design: Channel, where: Somewhere
) -> None:
    message = jan.says("We need a banner", where(house, sanne, jan))
    sanne.uses("Turn into request", on=message)
    sanne.fills(team="Design", why="The launch", needed_by="2026-11-30").submits()
    shown = jan.sees(design)
    assert "From a message by jan, in a private conversation, " in shown
    assert "merger" not in shown
    jan.types("/request R-1")
    assert "From a message by jan, in a private conversation, " in jan.form
    assert "gone" not in jan.form


def test_a_decision_from_there_says_whose_message_it_was(
    house: House, noor: Person, jan: Person, design: Channel
) -> None:
    message = jan.says("From May on we close on Fridays", in_a_private_channel(house, noor, jan))
    noor.uses("Record as decision", on=message)
    noor.fills(kind="decided", decider=noor, teams="Design").submits()
    assert "From a message by jan, in a private conversation, " in noor.sees(design)


def holding(message: Message, **held: Any) -> Message:
    """The same message as Slack has it when it holds something else."""
    message.text, message.blocks = held.pop("text", ""), held.pop("blocks", [])
    for name, value in held.items():
        setattr(message, name, value)
    return message


def rich(*elements: dict[str, Any]) -> dict[str, Any]:
    return {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": list(elements)}]}


FORWARDED = {
    "is_share": True,
    "is_msg_unfurl": True,
    "from_url": "https://polder.slack.com/archives/C1/p1",
    "fallback": "[November 24th] kim: Banner &lt;new&gt;",
    "text": "Banner &lt;new&gt; for the launch",
    "message_blocks": [{"team": "T1", "channel": "C1", "ts": "1.2", "message": {"blocks": []}}],
}
SECTIONS = [
    {"type": "header", "text": {"type": "plain_text", "text": "Disk <full>"}},
    {"type": "divider"},
    {"type": "section", "text": {"type": "mrkdwn", "text": "on &lt;web-1&gt;"}, "fields": []},
    {"type": "section", "fields": [{"type": "mrkdwn", "text": "Size: 9 GB"}]},
    {
        "type": "context",
        "elements": [{"type": "mrkdwn", "text": "since nine"}, {"type": "image", "alt_text": "a disk"}],
    },
    {"type": "markdown", "text": "Free **some** & soon"},
    {"type": "table", "rows": [[{"type": "raw_text", "text": "cell"}, rich({"type": "text", "text": "rich"})]]},
    {"type": "actions", "elements": [{"type": "button", "text": {"type": "plain_text", "text": "Mute"}}]},
]


@ON_ONE
@pytest.mark.parametrize(
    ("held", "shown"),
    [
        ({"attachments": [FORWARDED]}, ["Banner <new> for the launch"]),
        ({"text": "See below", "attachments": [FORWARDED]}, ["See below", "Banner <new> for the launch"]),
        (
            {"attachments": [FORWARDED | {"text": "", "message_blocks": [{"message": {"blocks": SECTIONS}}]}]},
            ["Disk <full>", "Size: 9 GB"],
        ),
        ({"attachments": [FORWARDED | {"text": "", "message_blocks": []}]}, ["kim: Banner <new>"]),
        (
            {"blocks": SECTIONS},
            ["Disk <full>", "on <web-1>", "Size: 9 GB", "since nine", "Free **some** & soon", "cell | rich"],
        ),
        ({"text": "This content can't be displayed.", "blocks": SECTIONS}, ["Disk <full>"]),
        (
            {"attachments": [{"title": "Build 7", "fields": [{"title": "State", "value": "red"}]}]},
            ["Build 7", "State: red"],
        ),
        ({"attachments": [{"fallback": "Old &amp; plain"}]}, ["Old & plain"]),
    ],
)
def test_what_it_forwards_or_shows_in_blocks_fills_the_form(
    house: House, sanne: Person, jan: Person, design: Channel, held: dict[str, Any], shown: list[str]
) -> None:
    talk = house.channel("talk", [sanne, jan])
    message = holding(jan.says("…", talk), **held)
    for shortcut in ("Turn into request", "Record as decision"):
        sanne.uses(shortcut, on=message)
        assert [each for each in shown if each not in sanne.form] == []
        assert shown[0] in title(sanne)
        sanne.closes()


@ON_ONE
@BOTH
def test_of_a_file_alone_its_title_fills_the_form(house: House, sanne: Person, design: Channel, shortcut: str) -> None:
    talk = house.channel("talk", [sanne])
    file = sanne.visitor.hands_in("banner.pdf", b"%PDF")
    sanne.uses(shortcut, on=holding(sanne.says("…", talk), files=[file]))
    assert "banner.pdf" in title(sanne)


@ON_ONE
@BOTH
@pytest.mark.parametrize("held", [{}, {"attachments": [{}], "blocks": [{"type": "new_kind"}]}, {"blocks": [{"a": 1}]}])
def test_a_message_that_says_nothing_opens_an_empty_form(
    house: House, sanne: Person, design: Channel, shortcut: str, held: dict[str, Any]
) -> None:
    sanne.uses(shortcut, on=holding(sanne.says("…", house.channel("talk", [sanne])), **held))
    assert title(sanne) == ""


@BOTH
def test_a_title_has_names_words_and_signs(
    house: House, sanne: Person, jan: Person, design: Channel, shortcut: str
) -> None:
    talk = house.channel("talk", [sanne, jan])
    secret = house.channel("merger", [jan], private=True, with_app=True)
    crew = house.group("crew", [jan])
    text = (
        f"<@{jan.id}> in <#{design.id}|> and <#{secret.id}|>, ask <!subteam^{crew.id}> "
        "by <!date^1767619800^{date}|5 January>: a &lt;new&gt; <https://x.nl/very/long|banner> &amp; <https://x.nl> "
        ":tada::rocket: :party_parrot: :wave::skin-tone-4: 10:30:45"
    )
    sanne.uses(shortcut, on=holding(jan.says("…", talk), text=text))
    assert title(sanne) == (
        "@jan in #design and #een privékanaal, ask @crew by 5 January: "
        "a <new> banner & https://x.nl 🎉🚀 party parrot 👋🏽 10:30:45"
    )
    assert "banner (https://x.nl/very/long)" in sanne.form


@ON_ONE
def test_the_signs_of_a_message_come_from_the_message(house: House, sanne: Person, design: Channel) -> None:
    written = rich({"type": "emoji", "name": "melting_face", "unicode": "1fae0"}, {"type": "emoji", "name": "our_logo"})
    message = holding(
        sanne.says("…", house.channel("talk", [sanne])), text=":melting_face: at :our_logo:", blocks=[written]
    )
    sanne.uses("Turn into request", on=message)
    assert title(sanne) == "🫠 at our logo"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("/request R&D needs :tada: <cake>", "R&D needs 🎉 <cake>"),
        ("/request for @jan: https://x.nl?a=1&b=2", "for @jan: https://x.nl?a=1&b=2"),
        ("/decision R&D gets :coffee: from @crew", "R&D gets ☕ from @crew"),
        ("/owner add R&D :rocket: of @jan", "R&D 🚀 of @jan"),
        ("/checkin new R&D :rocket: of @jan", "R&D 🚀 of @jan"),
    ],
)
@ON_ONE
def test_what_a_command_begins_with_reads_as_it_was_typed(
    house: House, sanne: Person, jan: Person, design: Channel, typed: str, shown: str
) -> None:
    house.group("crew", [jan])
    sanne.types(typed, house.channel("talk", [sanne, jan]))
    assert title(sanne) == shown


def title(person: Person) -> str:
    """What stands in the first text field of their form."""
    element = next(
        block["element"]
        for block in person.visitor.modal.blocks
        if block["type"] == "input" and block["block_id"] in {"title", "name"}
    )
    return str(element.get("initial_value") or "")

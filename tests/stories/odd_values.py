"""What no form, command or search field of ours could hold: drawn by lot, and the same for the same seed."""

from collections.abc import Iterator
from random import Random
from typing import Any

from sandbox.payload import Payload
from sandbox.values import SLOTS, Values, elements_in

LINKS = (
    *("http://[::1", "https://", "https://[", "https://a:99999999/"),
    *("javascript:1", "https://a b", "//x", "mailto:"),
)
TEXTS = (
    *(
        "",
        "A banner",
        "\0",
        "\ud83d",
        "\u200b",
        "\ufeff \u2060",
        "\u202e",
        "Jose\u0301",
        "x" * 4000,
        "İ" * 60,
        "ﬃ" * 120,
    ),
    *LINKS,
    *(
        "nan",
        "inf",
        "-0",
        "1e999",
        "1,000",
        "٣",
        "½",
        "²",
        "9" * 400,
        "a\nb\r\nc",
        "=1+1",
        "None",
        "<!channel>",
        "&amp;",
    ),
)
DAYS = ("", "2026-02-30", "0001-01-01", "9999-12-31", "2026-11-25", "2026-12-01", "tomorrow", "2026-W01-1", "1", "\0")
CLOCKS = ("", "25:00", "09:00", "17:00", "24:00", "09:00+02:00", "9", "noon", "00:00", "23:59:59.9")
NUMBERS = ("-1", "0", "1", "1", "1", "2", "7", "99", "2147483648", "9" * 19, "9" * 400, "1.5", "٣", "²", "true")
PEOPLE = ("U0SB000001", "W1", "USLACKBOT", "B1", "U" * 200, "subteam^S1", "C0SB000001")
ZONES = ("Europe/Amsterdam", "America/Newtown", "../../etc/passwd", "NL", "weekly", "text", "choice", "team", "counts")
VALUES = (*NUMBERS, *TEXTS, *PEOPLE, *ZONES)
NO_OPTIONS: tuple[Any, ...] = (None, {}, {"value": None}, {"value": ""}, {"text": {"text": "x"}}, "x", 1, [])
WORDS = (
    *(
        "R-999999999",
        "D-٣",
        "list team R-1",
        "list all \0",
        "new \u200b",
        "search \ud83d",
        "search since 9999-99",
        "-1d",
    ),
    *(
        "search until 9999-12-31",
        "search since 0001-01-01 x",
        "list customer \0",
        "until 99:99",
        "9999w",
        "budget 9999",
    ),
    *(
        "search @nobody",
        "list <!subteam^S1>",
        "<@U1|\0>",
        "history \u202e",
        "2 uur",
        "export",
        "<https://[::1|x>",
        "%_\\",
    ),
)
FILES: tuple[Any, ...] = (None, None, [], [{}], ["x"], [{"url_private": "http://[::1"}])

OF_EACH = 2
"""So many odd values of each field; of a link all that we know to be hard."""
MISSHAPEN = 0.1
"""So seldom something is in no shape of Slack's: the whole form is turned away then."""


def tries(blocks: list[Payload], usual: Values, chance: Random) -> Iterator[Values]:
    """The state of a form as it is usual, and then each time with another odd thing in one of its fields."""
    yield usual
    for block, element in elements_in(blocks):
        slot = SLOTS.get(element.get("type", ""))
        if slot is None or block["type"] != "input":
            continue
        states = usual[block["block_id"]]
        name = element["action_id"]
        for odd in _odd(block["block_id"], slot.key, chance):
            changed = odd if chance.random() > MISSHAPEN else chance.choice((None, {}, "x"))
            state = states[name] | {slot.key: odd} if changed is odd else changed
            yield usual | {block["block_id"]: states | {name: state}}


def _odd(name: str, key: str, chance: Random) -> list[Any]:
    if key == "value" and "link" in name:
        return list(LINKS)
    return [_value(key, chance) for _ in range(OF_EACH)]


def _value(key: str, chance: Random) -> Any:
    one, option = chance.choice, _option(chance)
    somebody = one(([one(PEOPLE), one(PEOPLE)], [])) if key.endswith("s") else one((*PEOPLE, None))
    odd: dict[str, Any] = {
        "value": one((*TEXTS, None)),
        "selected_option": one((option, option, None)),
        "selected_options": one(([option, _option(chance)], [option], [])),
        "selected_date": one((*DAYS, None)),
        "selected_time": one((*CLOCKS, None)),
        "files": one(FILES),
    }
    return odd.get(key, somebody)


def _option(chance: Random) -> Any:
    if chance.random() < MISSHAPEN:
        return chance.choice(NO_OPTIONS)
    return {"text": {"type": "plain_text", "text": "x"}, "value": chance.choice(VALUES)}

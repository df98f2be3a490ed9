"""What no form, command or search field of ours could hold: drawn by lot, and the same for the same seed."""

from collections.abc import Mapping
from random import Random
from typing import Any

from slackapp.sandbox.payload import Payload

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
    *("http://[::1", "https://", "https://[", "https://a:99999999/", "javascript:1", "https://a b", "//x", "mailto:"),
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


USUAL = 0.8
"""So often a field is left as it is, for what is behind the other fields to be reached."""
PRESENT = 0.98
MISSHAPEN = 0.05
"""So seldom something is in no shape of Slack's: the whole form is turned away then."""


def fields(values: Mapping[str, Mapping[str, Payload]], chance: Random) -> dict[str, dict[str, Any]]:
    """The state of a form, some of whose fields hold what they could not, in Slack's shapes or in none."""
    return {
        block: {name: state if chance.random() < USUAL else _odd(state, chance) for name, state in states.items()}
        for block, states in values.items()
        if chance.random() < PRESENT
    }


def _odd(state: Payload, chance: Random) -> Any:
    if chance.random() < MISSHAPEN:
        return chance.choice((state | {"files": chance.choice(FILES)}, None, {}, "x"))
    one = chance.choice
    odd: Payload = {
        "value": one((*TEXTS, None)),
        "selected_option": one((_option(chance), _option(chance), None)),
        "selected_options": one(([_option(chance), _option(chance)], [_option(chance)], [])),
        "selected_date": one((*DAYS, None)),
        "selected_time": one((*CLOCKS, None)),
        "selected_user": one((*PEOPLE, None)),
        "selected_users": one(([one(PEOPLE), one(PEOPLE)], [])),
        "selected_conversation": one((*PEOPLE, None)),
        "selected_conversations": one(([one(PEOPLE), one(PEOPLE)], [])),
    }
    return state | {name: value for name, value in odd.items() if name in state}


def _option(chance: Random) -> Any:
    if chance.random() < MISSHAPEN:
        return chance.choice(NO_OPTIONS)
    return {"text": {"type": "plain_text", "text": "x"}, "value": chance.choice(VALUES)}

"""Only the deliverer posts."""

import re

from tests.house import rooms

POSTS = re.compile(r"chat[._]?(postMessage|scheduleMessage|post_message|update|delete)\b", re.IGNORECASE)
MAY_POST = re.compile(r"^(slackapp/slack/(posting|scopes)|sandbox/|delivery/)")
"""`scopes` only lists what each method needs."""


def test_only_the_deliverer_posts() -> None:
    posting = {rooms.name(file) for file in rooms.sources() if POSTS.search(file.read_text(encoding="utf-8"))}
    assert {file for file in posting if not MAY_POST.match(file)} == set()

"""A button of a card whose thing is lost: whoever presses is told so, and the card says it too.

A restored database does not know what was made after its back-up, and gives its ids to nothing else: such a button
finds nothing.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

import aiohttp
import structlog
from slack_sdk.webhook.async_client import AsyncWebhookClient

from slackapp.errors import NotFound, Refusal
from slackapp.language import Language
from slackapp.queries import lost_items
from slackapp.queries.lost_items import ROWS, LostThings, Thing
from slackapp.slack.calls import Call, Press
from slackapp.views import lost_cards as views
from slackapp.views.action_values import LARGEST

IDS = re.compile(r"(?<![\w-])\d{1,19}(?![\w-])")
"""Numbers that stand alone in a value: "12", "12:2026-11-23"."""
PATIENCE_SECONDS = 2  # the one who pressed waits three for an answer

log = structlog.get_logger()


async def explained(call: Call, refusal: Refusal) -> Refusal:
    """The same refusal; where what was pressed is lost, one that says so, and the card has been changed."""
    if not (isinstance(call, Press) and isinstance(refusal, NotFound) and call.body.get("message")):
        return refusal
    message = call.body["message"]
    pressed, standing = set(_things(call.body["actions"])), set(_things(_elements(message)))
    posted = datetime.fromtimestamp(float(message["ts"]), UTC)
    about = pressed | standing
    gone = await call.read(lost_items.gone, call.actor.workspace_id, call.channel, posted=posted, things=about)
    if gone is None or not pressed & gone.things:
        return refusal
    if standing <= gone.things:
        await _mark(call, message, gone)
    return NotFound(views.WORDS, day=gone.day)


async def _mark(call: Call, message: Mapping[str, Any], gone: LostThings) -> None:
    """Change the card, by the address that came with the press: it works wherever the card stands."""
    card = views.card(message.get("blocks") or [], gone.day, Language.of(gone.locale))
    url = AsyncWebhookClient(
        call.body["response_url"], session=call.client.session, timeout=PATIENCE_SECONDS, retry_handlers=[]
    )
    try:
        await url.send(text=card.text, blocks=list(card.blocks), replace_original=True)
    except (aiohttp.ClientError, TimeoutError) as failure:
        log.warning("the card of something lost could not be changed", why=type(failure).__name__)


def _things(elements: list[Mapping[str, Any]]) -> Iterator[Thing]:
    for element in elements:
        word = str(element.get("action_id") or "").partition(".")[0]
        if word in ROWS:
            found = [int(id_) for value in _values(element) for id_ in IDS.findall(value)]
            yield from ((word, id_) for id_ in found if id_ <= LARGEST)


def _values(element: Mapping[str, Any]) -> Iterator[str]:
    chosen = [element, element.get("selected_option") or {}, *(element.get("options") or [])]
    yield from (str(each["value"]) for each in chosen if each.get("value"))


def _elements(message: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    blocks = message.get("blocks") or []
    rows = [element for block in blocks if block.get("type") == "actions" for element in block["elements"]]
    return rows + [block["accessory"] for block in blocks if block.get("accessory")]

"""Submitting and closing modals, and doing what the app answers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from blockkit.ids import ChannelId
from sandbox.open_views import View
from sandbox.parcel import Ack, Parcel
from sandbox.payload import Payload
from sandbox.payloads import interactions
from sandbox.refusal import Refused
from sandbox.short_lived import Address
from sandbox.visitors.completeness import missing
from sandbox.visitors.using import TROUBLE
from sandbox.web.views import checked, pushed
from sandbox.workspace import Workspace

if TYPE_CHECKING:
    from sandbox.visitors.visitor import Visitor


@dataclass(frozen=True)
class Submission:
    """What came of pressing Submit. Without `ack` Slack's own client refused to send it."""

    ack: Ack | None
    errors: dict[str, str] = field(default_factory=dict)
    trouble: str = ""

    @property
    def is_taken(self) -> bool:
        """Whether the app took it."""
        return self.ack is not None and self.ack.is_ok and not self.errors and not self.trouble


async def submit(visitor: "Visitor", view: View) -> Submission:
    """Send the topmost modal, if it is complete, and do what the app answers; all that was typed stays if it fails."""
    view.errors, view.trouble = missing(view), ""
    if view.errors:
        return Submission(None, dict(view.errors))
    ack = await visitor.send(Parcel("interactive", _payload(visitor, view)))
    try:
        _answered(visitor.workspace, view, ack)
    except Refused as refused:
        view.trouble = f"{TROUBLE} ({refused.error})"
    return Submission(ack, dict(view.errors), view.trouble)


async def close(visitor: "Visitor", view: View, *, everything: bool) -> Ack | None:
    """Close the topmost modal, or with `everything` the whole stack; the app hears of it if it asked to."""
    stack = visitor.workspace.modals_of(visitor.person.id)
    told = stack[0] if everything else view
    stack[:] = [] if everything or view.body.get("clear_on_close") else stack[:-1]
    if not told.body.get("notify_on_close"):
        return None
    payload = interactions.closed(visitor.workspace, visitor.person, told, is_cleared=everything)
    return await visitor.send(Parcel("interactive", payload))


def _payload(visitor: "Visitor", view: View) -> Payload:
    urls = [_response_url(visitor, block) for block in view.blocks if _wants_url(block)]
    return interactions.submission(
        visitor.workspace, visitor.person, view, response_urls=[url for url in urls if url["channel_id"]]
    )


def _wants_url(block: Payload) -> bool:
    return bool(block.get("element", {}).get("response_url_enabled"))


def _response_url(visitor: "Visitor", block: Payload) -> Payload:
    element = block["element"]
    state = visitor.modal.values[block["block_id"]][element["action_id"]]
    channel = state.get("selected_conversation") or state.get("selected_channel")
    address = Address(visitor.person.id, ChannelId(channel or ""), visitor.sandbox.clock.now())
    names = {"block_id": block["block_id"], "action_id": element["action_id"], "channel_id": channel}
    return names | {"response_url": visitor.response_url(address)}


def _answered(workspace: Workspace, view: View, ack: Ack) -> None:
    stack = workspace.modals_of(view.person)
    if not ack.is_ok:
        raise Refused("no answer" if not ack.status else f"status {ack.status}")
    if view not in stack:
        return
    if not ack.body:
        stack.remove(view)
    else:
        _answer(ack.body)(workspace, view, ack.body)


def _answer(body: Payload) -> Callable[[Workspace, View, Payload], None]:
    answer = ANSWERS.get(body.get("response_action", ""))
    if answer is None:
        raise Refused("a body without a response_action")
    return answer


def _errors(_workspace: Workspace, view: View, body: Payload) -> None:
    inputs = {block["block_id"] for block in view.blocks if block["type"] == "input"}
    errors = body.get("errors") or {}
    if not errors or not set(errors) <= inputs:
        raise Refused("errors for blocks that are no inputs")
    view.errors = dict(errors)


def _update(workspace: Workspace, view: View, body: Payload) -> None:
    view.becomes(checked(workspace, body.get("view"), "modal", except_for=view))


def _push(workspace: Workspace, view: View, body: Payload) -> None:
    pushed(workspace, checked(workspace, body.get("view"), "modal"), workspace.modals_of(view.person))


def _clear(workspace: Workspace, view: View, _body: Payload) -> None:
    workspace.modals_of(view.person).clear()


ANSWERS: Mapping[str, Callable[[Workspace, View, Payload], None]] = {
    "errors": _errors,
    "update": _update,
    "push": _push,
    "clear": _clear,
}

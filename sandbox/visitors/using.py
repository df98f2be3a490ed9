"""Pressing and choosing: what becomes a block_actions payload."""

from typing import TYPE_CHECKING, Any

from sandbox import values
from sandbox.messages import Message
from sandbox.open_views import View
from sandbox.parcel import Ack, Parcel
from sandbox.payload import Payload
from sandbox.payloads import interactions
from sandbox.short_lived import Address
from sandbox.visitors import entries
from sandbox.visitors.controls import Control, NotThere, Source

if TYPE_CHECKING:
    from sandbox.visitors.visitor import Visitor

TROUBLE = "We had some trouble connecting. Try again?"
SHOWN = ("text", "value", "style", "url", "placeholder")


async def press(visitor: "Visitor", control: Control) -> Ack:
    """Press a button."""
    if control.kind == "workflow_button":
        return Ack(200)
    return await _act(visitor, control, {})


async def choose(visitor: "Visitor", control: Control, entry: entries.Entry) -> Ack | None:
    """Choose or type something; the app hears of it unless it stands in an input that keeps it to itself."""
    if control.kind == "overflow":
        return await _act(visitor, control, {"selected_option": entries.option(control.element["options"], entry)})
    if control.kind not in values.SLOTS:
        raise NotThere(f"nothing can be chosen in a {control.kind}")
    element = control.element
    if "external_select" in control.kind and isinstance(entry, str | list):
        typed = entry if isinstance(entry, str) else ""
        element = element | {"options": await suggestions(visitor, control, typed)}
    state = values.state_of(element, entries.value_of(visitor.workspace, element, entry))
    keep(visitor, control, state)
    quiet = control.block["type"] == "input" and not control.block.get("dispatch_action")
    return None if quiet else await _act(visitor, control, state)


def fill(visitor: "Visitor", control: Control, entry: entries.Entry) -> None:
    """Type or choose something that the app does not hear of yet."""
    value = entries.value_of(visitor.workspace, control.element, entry)
    keep(visitor, control, values.state_of(control.element, value))


async def suggestions(visitor: "Visitor", control: Control, query: str) -> list[Payload]:
    """What the app offers in an external select for what was typed so far."""
    names = {"action_id": control.element["action_id"], "block_id": control.block["block_id"], "value": query}
    payload = interactions.suggestion(visitor.workspace, visitor.person, current(control.source), names=names)
    ack = await visitor.send(Parcel("interactive", payload))
    return entries.options_of(ack.body)


def keep(visitor: "Visitor", control: Control, state: Payload) -> None:
    """Remember the value where the payloads find it."""
    block_id, action_id = control.block["block_id"], control.element["action_id"]
    state_of(visitor, control.source).setdefault(block_id, {})[action_id] = state
    if isinstance(control.source, View):
        control.source.errors.pop(block_id, None)


def state_of(visitor: "Visitor", source: Source) -> values.Values:
    """The values of a view, or those of this person in a message."""
    if isinstance(source, View):
        return source.values
    held = source.values.get(visitor.person.id, {})
    source.values[visitor.person.id] = values.carried_over(held, source.blocks)
    return source.values[visitor.person.id]


def current(source: Source) -> Source:
    """The source, if it is still there."""
    if isinstance(source, Message) and source.deleted:
        raise NotThere("the message was removed")
    return source


async def _act(visitor: "Visitor", control: Control, chosen: Payload) -> Ack:
    source = current(control.source)
    action = _action(visitor, control) | chosen
    if isinstance(source, View):
        payload = interactions.action_in_view(visitor.workspace, visitor.person, source, action=action)
    else:
        payload = _in_message(visitor, source, action)
    ack = await visitor.send(Parcel("interactive", payload))
    _warn(visitor, source, ack)
    return ack


def _action(visitor: "Visitor", control: Control) -> dict[str, Any]:
    element = control.element
    shown = {key: element[key] for key in SHOWN if key in element}
    ids = {"type": element["type"], "action_id": element["action_id"], "block_id": control.block["block_id"]}
    return ids | shown | {"action_ts": visitor.workspace.stamp()}


def _in_message(visitor: "Visitor", message: Message, action: Payload) -> Payload:
    ephemeral = message.only_for is not None
    now = visitor.sandbox.clock.now()
    address = Address(visitor.person.id, message.channel, now, message.ts, ephemeral, message.thread_ts)
    return interactions.action_in_message(
        visitor.workspace,
        visitor.person,
        message,
        action=action,
        values=state_of(visitor, message),
        response_url=visitor.response_url(address),
    )


def _warn(visitor: "Visitor", source: Source, ack: Ack) -> None:
    trouble = "" if ack.is_ok else TROUBLE
    if isinstance(source, View):
        source.trouble = trouble
    visitor.trouble = trouble

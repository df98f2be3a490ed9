"""Methods that open and change modals and App Homes."""

from blockkit import problems_of_view
from blockkit.ids import UserId
from sandbox.open_views import MOST_MODALS, View
from sandbox.payload import Payload
from sandbox.refusal import Refused, refuse
from sandbox.web.call import Call
from sandbox.web.content import missing_files
from sandbox.web.methods import method
from sandbox.workspace import Workspace


@method("views.open")
async def views_open(call: Call) -> Payload:
    body = checked(call.workspace, call.json("view"), "modal")
    trigger = call.workspace.triggers.spend(call.required("trigger_id"))
    view = new(call.workspace, body, trigger.person)
    call.workspace.modals_of(trigger.person)[:] = [view]
    return {"view": view.as_view()}


@method("views.push")
async def views_push(call: Call) -> Payload:
    body = checked(call.workspace, call.json("view"), "modal")
    trigger = call.workspace.triggers.spend(call.required("trigger_id"))
    if not trigger.in_modal:
        raise Refused("invalid_trigger_id")
    return {"view": pushed(call.workspace, body, call.workspace.modals_of(trigger.person)).as_view()}


@method("views.update")
async def views_update(call: Call) -> Payload:
    view = call.workspace.view(call.text("view_id") or call.text("external_id"))
    if view is None:
        raise Refused("not_found")
    body = checked(call.workspace, call.json("view"), view.body["type"], except_for=view)
    _same_hash(call, view)
    view.becomes(body)
    return {"view": view.as_view()}


@method("views.publish")
async def views_publish(call: Call) -> Payload:
    if not call.sandbox.manifest.home_tab:
        raise Refused("not_enabled")
    person = call.user("user_id")
    body = checked(call.workspace, call.json("view"), "home", except_for=call.workspace.homes.get(person.id))
    view = call.workspace.homes.get(person.id)
    if view:
        _same_hash(call, view)
        view.becomes(body)
    else:
        view = call.workspace.homes[person.id] = new(call.workspace, body, person.id)
    return {"view": view.as_view()}


def new(workspace: Workspace, body: Payload, person: UserId, below: View | None = None) -> View:
    """A view that nobody has seen yet, on top of another one or at the bottom."""
    view_id = workspace.ids.next("V")
    root, previous = (below.root, below.id) if below else (view_id, None)
    return View(view_id, workspace.id, person, workspace.installation, body, root, previous)


def pushed(workspace: Workspace, body: Payload, stack: list[View]) -> View:
    """Put a view on top of the modals of a person."""
    if not stack:
        raise Refused("not_found")
    if len(stack) >= MOST_MODALS:
        raise Refused("push_limit_reached")
    stack.append(new(workspace, body, stack[-1].person, stack[-1]))
    return stack[-1]


def checked(workspace: Workspace, body: object, kind: str, except_for: View | None = None) -> Payload:
    """The body of a view when Slack would take it, as this kind of view."""
    if not isinstance(body, dict):
        raise Refused("invalid_arguments")
    refuse(problems_of_view(body) or missing_files(workspace, body["blocks"]), "invalid_arguments")
    if body["type"] != kind:
        raise Refused("invalid_arguments", response_metadata={"messages": [f"[ERROR] view must be a {kind}"]})
    taken = workspace.view(body.get("external_id") or "")
    if taken and taken is not except_for:
        raise Refused("duplicate_external_id")
    return body


def _same_hash(call: Call, view: View) -> None:
    if call.text("hash") not in {"", view.hash}:
        raise Refused("hash_conflict")

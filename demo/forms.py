"""Filling in the app's forms."""

from sandbox import Visitor
from sandbox.visitors.entries import Entry


class Refused(Exception):
    """The app did not take what somebody of the demo did; the text is what its form says."""


async def send(visitor: Visitor, **fields: Entry) -> None:
    """Fill in the topmost form, send it, and close what it leads to. Refused when it is not taken."""
    for name, entry in fields.items():
        await visitor.fills(name, entry)
    if not (await visitor.submits()).is_taken:
        raise Refused(visitor.sees_modal())
    while visitor.has_modal:
        await visitor.closes()

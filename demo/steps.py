"""What the people of the demo do, each as anybody would: with commands, buttons, forms and messages.

A promised or needed day is a number of working days before (negative) or after the day on which the demo opens.
"""

from collections.abc import Awaitable, Callable

from demo.forms import send
from demo.scene import Scene
from sandbox import Visitor
from sandbox.visitors.entries import Entry

Step = Callable[[Scene, Visitor], Awaitable[None]]


def asks(team: str, title: str, *, why: str, by: int, **more: Entry) -> Step:
    """Ask a team for something, with `/request` in #general."""

    async def step(scene: Scene, visitor: Visitor) -> None:
        await visitor.types(scene.polder.channel("general"), "/request")
        await send(visitor, team=team, title=title, why=why, needed_by=scene.day(by), **more)
        await scene.rests()
        scene.remember(title)

    return step


def proposes(title: str, *, text: str, decider: str, consulted: list[str], teams: list[str], until: int) -> Step:
    """Propose a decision to some teams, with `/decision` in #general."""

    async def step(scene: Scene, visitor: Visitor) -> None:
        await visitor.types(scene.polder.channel("general"), "/decision")
        about = {"title": title, "text": text, "decider": decider, "consulted": consulted, "teams": teams}
        await send(visitor, **about, until=scene.day(until))
        await scene.rests()
        scene.remember(title)

    return step


def presses(title: str, action: str) -> Step:
    """A step that needs no words: `request.start`, `request.confirm`, `decision.agree`."""

    async def step(scene: Scene, visitor: Visitor) -> None:
        await visitor.presses(action, on=await scene.place(visitor, title, action))

    return step


def tells(title: str, action: str, **fields: Entry) -> Step:
    """A step with a small form, which a button opens: `request.decline`, `decision.object`."""

    async def step(scene: Scene, visitor: Visitor) -> None:
        await presses(title, action)(scene, visitor)
        await send(visitor, **fields)

    return step


def chooses(request: str, action: str, **fields: Entry) -> Step:
    """A step of a request with a small form, which stands in the menu behind the dots: ask, hand_over."""

    async def step(scene: Scene, visitor: Visitor) -> None:
        card = await scene.place(visitor, request, "request.more")
        await visitor.chooses("request.more", f"{action}:{scene.numbers[request]}", on=card)
        await send(visitor, **fields)

    return step


def accepts(request: str, *, promises: int) -> Step:
    """Take a request on, with a day."""

    async def step(scene: Scene, visitor: Visitor) -> None:
        await tells(request, "request.accept", promised=scene.day(promises))(scene, visitor)

    return step


def offers(request: str, *, day: int, why: str) -> Step:
    """Offer another day for a request."""

    async def step(scene: Scene, visitor: Visitor) -> None:
        await chooses(request, "propose", proposed=scene.day(day), reason=why)(scene, visitor)

    return step


def gets_digest(channel: str, **choices: Entry) -> Step:
    """Set up the digest of a channel, with `/digest settings` in it; `choices` are fields of the form."""

    async def step(scene: Scene, visitor: Visitor) -> None:
        await visitor.types(scene.polder.channel(channel), "/digest settings")
        await send(visitor, **choices)

    return step


def says(channel: str, words: str) -> Step:
    """Write a message."""

    async def step(scene: Scene, visitor: Visitor) -> None:
        await visitor.writes(scene.polder.channel(channel), words)

    return step


def replies(channel: str, to: str, words: str) -> Step:
    """Write in the thread of the message that has the words `to`."""

    async def step(scene: Scene, visitor: Visitor) -> None:
        where = scene.polder.channel(channel)
        await visitor.writes(where, words, thread=scene.said(where, to))

    return step


def reacts(channel: str, to: str, emoji: str) -> Step:
    """Put an emoji under the message that has the words `to`."""

    async def step(scene: Scene, visitor: Visitor) -> None:
        await visitor.reacts(scene.said(scene.polder.channel(channel), to), emoji)

    return step

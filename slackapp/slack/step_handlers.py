"""Declaring who answers the steps of a life: one line for each verb. What Slack sends for it stands in its views."""

from collections.abc import Awaitable, Callable
from enum import StrEnum
from typing import Any, Generic, TypeVar

from slackapp.slack.answers import Answer, Open
from slackapp.slack.calls import Press, Submission
from slackapp.slack.listeners import press, submission
from slackapp.views import action_values
from slackapp.views.steps import ButtonPlace, Steps
from slackapp.views.typed import Typed

V = TypeVar("V", bound=StrEnum)
C = TypeVar("C")

Read = Callable[[Typed], object]
"""Reads one argument of a rule from the form that was filled in."""

Refreshed = Callable[[Press | Submission, int], Awaitable[Answer]]
"""Shows what is true now where a step was taken, by the number of its thing."""


def at_once(name: str, rule: Callable[..., object], refreshed: Refreshed) -> None:
    """Let the press of a button take a step, whose value is the number of the thing."""

    async def pressed(call: Press) -> Answer:
        await call.run(rule, call.number, by=call.actor)
        return await refreshed(call, call.number)

    press(name)(pressed)


class StepHandlers(Generic[V, C]):
    """Answers the steps of one word, by how they are declared in its views."""

    def __init__(
        self,
        steps: Steps[V, C, Any],
        *,
        check: Callable[..., object],
        card: Callable[..., C],
        refreshed: Refreshed,
    ) -> None:
        """`check` refuses what is not theirs or not possible now, `card` asks for what stands above a form."""
        self._steps = steps
        self._check = check
        self._card = card
        self._refreshed = refreshed
        self._at_once: dict[V, Callable[..., object]] = {}

    def answer(self, verb: V, rule: Callable[..., object], **reads: Read) -> None:
        """Take a step with this rule; `reads` are its arguments, by name, where a form asks for them first."""
        step, name = self._steps[verb], self._steps.name(verb)
        if step.fields is None:
            self._at_once[verb] = rule
        else:
            submission(name)(self._taking(rule, reads))
        if step.place != ButtonPlace.MENU:
            press(name)(self._pressing(verb))

    async def take(self, call: Press, verb: V, ref: int) -> Answer:
        """What the press of a button does: the step, or the form that asks something first."""
        if rule := self._at_once.get(verb):
            await call.run(rule, ref, by=call.actor)
            return await self._refreshed(call, ref)
        return await self.open_form(call, verb, ref)

    async def choose(self, call: Press, verb: V, ref: int) -> Answer:
        """The same for what was chosen behind the three dots; a refusal for what does not stand there."""
        if self._steps[verb].place not in (ButtonPlace.MENU, ButtonPlace.EITHER):
            raise action_values.outdated()
        return await self.take(call, verb, ref)

    async def open_form(self, call: Press, verb: V, ref: int) -> Answer:
        """The small form of a step; refused at once where it is not theirs or not possible now."""
        self._steps.asking(verb)
        await call.read(self._check, ref, verb, by=call.actor)
        return Open(self._steps.form(verb, await call.read(self._card, call.actor, ref), call.language))

    def _pressing(self, verb: V) -> Callable[[Press], Awaitable[Answer]]:
        async def pressed(call: Press) -> Answer:
            return await self.take(call, verb, call.number)

        return pressed

    def _taking(self, rule: Callable[..., object], reads: dict[str, Read]) -> Callable[[Submission], Awaitable[Answer]]:
        async def sent(call: Submission) -> Answer:
            ref = int(call.about[self._steps.word])
            await call.run(rule, ref, by=call.actor, **{name: read(call.typed) for name, read in reads.items()})
            return await self._refreshed(call, ref)

        return sent

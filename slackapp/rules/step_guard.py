"""Whether a step is somebody's and possible now, asked in the same way for every word."""

from collections.abc import Callable
from enum import StrEnum
from typing import Any, Generic, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp.errors import NotFound, Refusal
from slackapp.ids import Actor, WorkspaceId
from slackapp.permissions.unseen import unseen
from slackapp.permissions.viewer import Viewer, viewer

T = TypeVar("T")
V = TypeVar("V", bound=StrEnum)


class StepGuard(Generic[T, V]):
    """What stands before every step of one word."""

    def __init__(
        self,
        model: type[T],
        *,
        locked: Callable[[Session, WorkspaceId, int], T | None],
        may_see: Callable[[Session, T, Viewer], bool],
        refusal: Callable[[Session, T, Viewer, V], Refusal | None],
        nothing: Callable[[], NotFound],
    ) -> None:
        """`locked` takes a thing until the transaction ends, `refusal` says why a step is not theirs or not possible.

        `nothing` is said of what is not there, and of what this person may not see: the two are never told apart.
        """
        self._model: Any = model
        self._locked = locked
        self._may_see = may_see
        self._refusal = refusal
        self._nothing = nothing

    def check(self, session: Session, ref: int, verb: V, *, by: Actor) -> None:
        """Make sure, before a form is opened, that a step would be taken; refused as `begin` refuses it."""
        found = select(self._model).where(self._model.workspace_id == by.workspace_id, self._model.id == ref)
        self.passed(session, session.scalars(found).one_or_none(), verb, viewer(session, by))

    def begin(self, session: Session, ref: int, verb: V, *, by: Actor) -> tuple[T, Viewer]:
        """Lock the thing, and make sure that this step is theirs and possible now.

        Raises NotFound also for what this person may not see, NotAllowed, NotPossibleNow.
        """
        thing, who = self._locked(session, by.workspace_id, ref), viewer(session, by)
        return self.passed(session, thing, verb, who), who

    def passed(self, session: Session, thing: T | None, verb: V, who: Viewer) -> T:
        """The same for a thing that was found, locked or not."""
        if thing is None or not self._may_see(session, thing, who):
            raise unseen(who, self._nothing())
        if refusal := self._refusal(session, thing, who, verb):
            raise refusal
        return thing

"""What a table of areas would change, or did: what a preview shows before anything is stored."""

from dataclasses import dataclass

from slackapp.errors import Refusal


@dataclass(frozen=True)
class Fault:
    """A line that cannot be taken over, by its number in the table, and why."""

    line: int
    name: str
    refusal: Refusal


@dataclass(frozen=True)
class AreaChange:
    """A line that says something new. `fields` are what it changes; `offers` whether it names another owner."""

    line: int
    name: str
    is_new: bool
    fields: tuple[str, ...] = ()
    offers: bool = False


@dataclass(frozen=True)
class ImportPlan:
    """Everything that a table says; `same` lines change nothing."""

    changes: tuple[AreaChange, ...]
    same: int
    faults: tuple[Fault, ...]

    @property
    def added(self) -> tuple[AreaChange, ...]:
        """The areas that are new."""
        return tuple(each for each in self.changes if each.is_new)

    @property
    def changed(self) -> tuple[AreaChange, ...]:
        """The areas that become other than they are."""
        return tuple(each for each in self.changes if not each.is_new)

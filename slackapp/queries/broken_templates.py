"""What is wrong with a template of the organisation, as it was found."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from slackapp.ids import WorkspaceId


@dataclass(frozen=True)
class Broken:
    """A template, the file and the line that is wrong, and why."""

    template: str
    where: str
    why: str


def broken(_: Session, __: WorkspaceId, refs: Mapping[str, str | int]) -> Broken:
    """All of it stands in the message's own references: the files are on another machine, perhaps, and change."""
    return Broken(str(refs["template"]), str(refs["where"]), str(refs["why"]))

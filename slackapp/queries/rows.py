"""From a row of a table to a frozen dataclass, which is all that leaves a transaction."""

from dataclasses import fields
from typing import Any, TypeVar

from sqlalchemy import inspect

from slackapp.models.base import Base

D = TypeVar("D")


def of_row(kind: type[D], row: Base, **other: Any) -> D:  # noqa: ANN401 - as the fields are
    """What a row is shown as: its columns in the fields of the same names, and what else is given."""
    columns = inspect(row).mapper.column_attrs.keys()
    copied = {
        each.name: getattr(row, each.name)
        for each in fields(kind)  # type: ignore[arg-type]  # every D is a dataclass
        if each.name in columns and each.name not in other
    }
    return kind(**copied, **other)

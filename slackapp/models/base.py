"""What every table shares."""

from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from typing import Annotated, Any, ClassVar

from sqlalchemy import JSON, BigInteger, Enum, ForeignKey, Integer, MetaData, String
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from slackapp.database import UtcDateTime
from slackapp.ids import ChannelId, GroupId, SlackTeamId, Timestamp, UserId, WorkspaceId

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
}

BigId = BigInteger().with_variant(Integer(), "sqlite")
Json = JSON().with_variant(JSONB(), "postgresql")


def word(words: type[StrEnum]) -> Enum:
    """A column of one of these words, stored as plain text: adding a word needs no migration."""
    return Enum(words, native_enum=False, length=16, values_callable=lambda found: [each.value for each in found])


class Base(DeclarativeBase):
    """The tables of Afspraak: one metadata for SQLite and PostgreSQL."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        datetime: UtcDateTime(),
        UserId: String(32),
        ChannelId: String(32),
        GroupId: String(32),
        SlackTeamId: String(32),
        Timestamp: String(32),
        WorkspaceId: BigId,
        dict[str, Any]: Json,
    }


def id_of(*what: object) -> int:
    """The id of a row that the app makes by itself, of what it is: a table, a thing, and which of its times.

    Made once more after a restore, the row is the same: its prompt in Slack is found by its key, and the buttons there
    find it. It has 61 bits, and lies above all that a database gives by itself (slackapp/incarnations.py).
    """
    digest = sha256(":".join(map(str, what)).encode()).digest()
    return int.from_bytes(digest[:8]) >> 3 | 1 << 61


class InWorkspace:
    """A row that belongs to one workspace; nothing ever crosses from one to another."""

    workspace_id: Mapped[Annotated[WorkspaceId, mapped_column(ForeignKey("workspaces.id"))]]


class Numbered:
    """A row with a number of its own, given by the database in the order of arrival."""

    id: Mapped[Annotated[int, mapped_column(BigId, primary_key=True)]]

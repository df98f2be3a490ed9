"""What a stranger is told first: who is who, and what to try."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from blockkit.ids import ChannelId, UserId


@dataclass(frozen=True)
class Tip:
    """Something to try: in a few words, and where one must stand for it. `typed` is put into the composer."""

    text: str
    person: UserId
    channel: ChannelId
    typed: str = ""


@dataclass(frozen=True)
class Welcome:
    """Shown when the page is opened. `roles` says in a word or two what each person does."""

    first: UserId | None = None
    roles: Mapping[UserId, str] = field(default_factory=dict)
    tips: Sequence[Tip] = ()

"""Who reads the lines of a digest: in which language and zone, and of which team."""

from dataclasses import dataclass
from datetime import datetime
from typing import Self
from zoneinfo import ZoneInfo

from slackapp.language import Language
from slackapp.queries.digests.content import DigestPage
from slackapp.views import rich
from slackapp.views.rich import Line


@dataclass(frozen=True)
class Reader:
    """A channel reads the days of its own zone; where no zone is known, each person reads those of theirs."""

    language: Language
    zone: ZoneInfo | None = None
    team: str = ""
    """The only team that the digest covers: it need not be named in each line."""

    @classmethod
    def of(cls, page: DigestPage, _: Language) -> Self:
        """The channel of a digest."""
        return cls(_, ZoneInfo(page.tz), page.teams[0] if len(page.teams) == 1 else "")

    def day(self, at: datetime) -> Line:
        """The day of a moment."""
        if self.zone is None:
            return [rich.day(at)]
        return rich.words(_whole(self.language.date_short(at.astimezone(self.zone).date())))

    def moment(self, at: datetime) -> Line:
        """The day and the time of a moment."""
        if self.zone is None:
            return [rich.moment(at)]
        return [*self.day(at), *rich.words(_whole(f" {self.language.time(at, self.zone)}"))]


def _whole(text: str) -> str:
    """A date is not broken where a line ends."""
    return text.replace(" ", "\N{NO-BREAK SPACE}")

"""What a look at one thing has found."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """One thing in a sentence; `advice` says what to do, and is empty where all is well.

    `is_hint` marks advice that may be left alone: it is no trouble.
    """

    what: str
    advice: str = ""
    is_hint: bool = False

    @property
    def is_trouble(self) -> bool:
        """Whether somebody has to do something."""
        return bool(self.advice) and not self.is_hint

    def __str__(self) -> str:
        """As the command prints it."""
        mark = "!!" if self.is_trouble else "--" if self.advice else "ok"
        return f"{mark}  {self.what}" + (f"\n    {self.advice}" if self.advice else "")

"""Numbers that people write, kept exactly: 0.1 is 0.1 on SQLite and PostgreSQL alike."""

from decimal import Decimal

from sqlalchemy import Dialect, Float, String
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.types import TypeDecorator


class Exact(TypeDecorator[Decimal]):
    """A decimal as its digits: SQLite has no type of its own that keeps them."""

    impl = String(64)
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:
        """12.50 is kept as "12.50"."""
        return None if value is None else f"{value:f}"

    def process_result_value(self, value: str | None, dialect: Dialect) -> Decimal | None:
        """The same number again."""
        return None if value is None else Decimal(value)


class Measured:
    """A row with a number that somebody gave as an answer.

    `number` is the nearest that a floating point has, for the version before this one; `amount` is what they wrote.
    """

    number: Mapped[float | None] = mapped_column(Float)
    amount: Mapped[Decimal | None] = mapped_column(Exact)

    @property
    def value(self) -> Decimal | None:
        """What they wrote; for what the version before stored, what it would have shown."""
        if self.number is None or (self.amount is not None and float(self.amount) == self.number):
            return None if self.number is None else self.amount
        return Decimal(repr(self.number))

    @value.setter
    def value(self, value: Decimal | None) -> None:
        self.amount, self.number = value, None if value is None else float(value)

"""What a replica says beyond the messages of the plan: more comes for as long as something is done to processes.

So nobody waits in vain at a point where they are to die, however slow the machine is. A replica writes down how far it
goes before it says a line, and whoever comes after it says what it promised.
"""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from tests.fire.orders import Line, Orders


def owed(orders: Orders, lines: Sequence[Line]) -> list[Line]:
    """Those of these lines of this replica that must be said; none once it is enough."""
    if orders.promised and not is_enough(orders):
        _promise(orders, lines[-1].number + 1)
    until = max(orders.messages, so_far(orders.promised, orders.replica))
    return [line for line in lines if line.number < until]


def so_far(promised: str, replica: int) -> int:
    """Up to which number, exclusive, this replica has promised its lines."""
    with suppress(FileNotFoundError):
        return int(_file(promised, replica).read_text(encoding="utf-8"))
    return 0


def is_enough(orders: Orders) -> bool:
    return bool(orders.enough) and Path(orders.enough).exists()


def _promise(orders: Orders, until: int) -> None:
    if until > so_far(orders.promised, orders.replica):
        file = _file(orders.promised, orders.replica)
        new = file.with_name(f"{file.name}, new")
        new.write_text(str(until), encoding="utf-8")
        Path(new).replace(file)


def _file(promised: str, replica: int) -> Path:
    return Path(f"{promised} by {replica}")

"""Modals and App Homes as a person has them open."""

import copy
from dataclasses import dataclass, field
from itertools import count

from blockkit.ids import SlackTeamId, UserId
from sandbox.installation import Installation
from sandbox.payload import Payload
from sandbox.values import Values, carried_over, elements_in, initial

MOST_MODALS = 3


@dataclass
class View:
    """One view of one person, with what they typed, and what they were told about it."""

    id: str
    team: SlackTeamId
    person: UserId
    installation: Installation
    body: Payload
    root: str
    previous: str | None = None
    version: int = 1
    values: Values = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)
    trouble: str = ""

    def __post_init__(self) -> None:
        """Give blocks and elements without ids theirs, as Slack does."""
        self.body = with_ids(self.body)
        self.values = self.values or initial(self.blocks)

    @property
    def blocks(self) -> list[Payload]:
        """Its blocks, each with a block_id."""
        blocks: list[Payload] = self.body["blocks"]
        return blocks

    @property
    def hash(self) -> str:
        """Changes with every update."""
        return f"{self.version}.{self.id}"

    def becomes(self, body: Payload) -> None:
        """Show another body; what was typed stays where the ids stay."""
        self.body = with_ids(body)
        self.values = carried_over(self.values, self.blocks)
        self.version += 1
        self.errors, self.trouble = {}, ""

    def as_view(self) -> Payload:
        """The view object of Slack."""
        defaults: Payload = {
            "private_metadata": "",
            "callback_id": "",
            "external_id": "",
            "close": None,
            "submit": None,
            "clear_on_close": False,
            "notify_on_close": False,
        }
        return defaults | copy.deepcopy(self.body) | self._identity()

    def _identity(self) -> Payload:
        return {
            "id": self.id,
            "team_id": self.team,
            "state": {"values": copy.deepcopy(self.values)},
            "hash": self.hash,
            "previous_view_id": self.previous,
            "root_view_id": self.root,
            "app_id": self.installation.app_id,
            "app_installed_team_id": self.team,
            "bot_id": self.installation.bot_id,
        }


_numbers = count(1)


def with_ids(body: Payload) -> Payload:
    """A copy whose blocks and elements all have ids; made-up ones are new each time, as Slack's are."""
    body = copy.deepcopy(body)
    for block in body.get("blocks", []):
        block.setdefault("block_id", _made_up())
    for _block, element in elements_in(body.get("blocks", [])):
        element.setdefault("action_id", _made_up())
    return body


def _made_up() -> str:
    return f"auto{next(_numbers)}"

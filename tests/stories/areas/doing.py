"""What the fixtures of these stories let people do."""

from collections.abc import Callable

from tests.stories.driver import Person

Register = Callable[..., None]
Leaves = Callable[[Person], None]
Brings = Callable[[str], None]

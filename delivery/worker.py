"""Who claims: the name under which it holds a lease, and what it needs to know beside the database."""

from delivery.lost_messages import LostMessages
from delivery.release_filter import ReleaseFilter
from delivery.rendering import Kinds


class Worker:
    """A worker's name, which tells it from others, and the kinds of messages that it can put into words."""

    def __init__(self, name: str, kinds: Kinds) -> None:
        self.name = name
        self.kinds = kinds
        self.releases = ReleaseFilter(kinds.keys())
        self.lost = LostMessages()

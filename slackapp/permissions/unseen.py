"""How it is said that something is not there for somebody, without telling whether there is such a thing at all."""

from slackapp.errors import NotFound
from slackapp.permissions.viewer import Viewer


def unseen(who: Viewer, words: NotFound) -> NotFound:
    """The refusal: `words` to a member; to a guest, who may stand before the very card, what guests can do.

    A guest is told the same of what there is and of what there is not.
    """
    if who.is_member:
        return words
    return NotFound("As a guest you can act only on what you asked for or are asked. Ask a colleague to do it.")

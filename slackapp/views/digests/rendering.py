"""From a page to a message: by the template that the channel chose, or by ours where that one cannot be used."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from slackapp.language import Language
from slackapp.queries import digests
from slackapp.queries.digests.content import DigestPage
from slackapp.views.digests import trend_picture
from slackapp.views.digests.vocabulary import words_for
from slackapp.views.message import Content, MessageKind
from slackapp.views.templates import Templates

FOLDER = "digests"
OURS = ("weekly", "compact", "leadership")


def messages(templates: Templates) -> Mapping[str, MessageKind[Any]]:

    def edition(page: DigestPage, _: Language) -> Content:
        # A digest has a language of its own, whatever the channel reads.
        return shown(templates, page, Language.of(page.locale))

    return {"digest.edition": MessageKind(digests.page, edition, draw=trend_picture.draw)}


def shown(templates: Templates, page: DigestPage, _: Language) -> Content:
    """A page as a message, in a language. What is wrong with an organisation's template never costs a digest."""
    return templates.render_or(_file(page.template), _file(OURS[0]), _, partial(words_for, page))


def templates_of(templates: Templates) -> tuple[str, ...]:
    """The names that a channel can choose from: ours first, then the organisation's own that pass the check."""
    own = [name for name in templates.named(FOLDER) if name not in OURS]
    return (*OURS, *own)


def _file(name: str) -> str:
    return f"{FOLDER}/{name}.jinja"

"""What a template of a digest is tried on: Slack must take what it makes of every extreme, in every language."""

from collections.abc import Iterable
from functools import partial

from slackapp.language.reader import SUPPORTED
from slackapp.views.digests import extreme_pages
from slackapp.views.digests.rendering import FOLDER
from slackapp.views.digests.vocabulary import words_for
from slackapp.views.templates import Trial


def trials(name: str) -> Iterable[Trial]:
    """Every extreme in every language; nothing for what is no digest."""
    if not name.startswith(f"{FOLDER}/"):
        return []
    pages = extreme_pages.pages().items()
    return [Trial(about, code, partial(words_for, page)) for about, page in pages for code in SUPPORTED]

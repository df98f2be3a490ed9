"""What the administrators are told about a template of their organisation that cannot be used (DIG-8)."""

from collections.abc import Mapping
from typing import Any

from slackapp.language import Language
from slackapp.queries import broken_templates as asked
from slackapp.queries.broken_templates import Broken
from slackapp.views import rich
from slackapp.views.message import Content, MessageKind

BROKEN = "template.broken"


def broken(shown: Broken, _: Language) -> Content:
    """Which, where and why; and that nothing is lost."""
    template = rich.bold(shown.template)
    lines = [
        rich.line(
            "The template {template} is broken. {where}: {why}", _, template=template, where=shown.where, why=shown.why
        ),
        rich.words(_("Nothing is lost: the one before it, or the one that comes with Afspraak, takes its place.")),
        rich.words(_("“python app.py templates check” tells everything that is wrong with it.")),
    ]
    return Content(rich.plain(*lines), (rich.block(*lines),))


MESSAGES: Mapping[str, MessageKind[Any]] = {BROKEN: MessageKind(asked.broken, broken)}

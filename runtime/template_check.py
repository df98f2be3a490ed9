"""All templates, ours and the organisation's own, tried on every extreme."""

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from runtime.cannot_start import CannotStart
from slackapp.views import digests
from slackapp.views.template_flaws import Flaw
from slackapp.views.templates import Templates

GOOD = "Slack takes what every template makes, whatever there is to tell."


def found(own: str | None) -> Sequence[Flaw]:
    """What Slack would refuse, or Jinja cannot read; CannotStart where the folder of their own is none."""
    if own and not Path(own).is_dir():
        raise CannotStart(f"AFSPRAAK_TEMPLATES names no folder: {own}")
    with closing(Templates(own, digests.trials)) as templates:
        templates.look()
        return [*templates.flaws_of_ours(), *templates.flaws()]

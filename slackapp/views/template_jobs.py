"""One thing to do with a template: read it, try it, or render it; in the worker process, or here for ours."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from slackapp.language import Language
from slackapp.views import template_flaws, template_rows
from slackapp.views.template_environment import Shelf, Words, environment
from slackapp.views.template_flaws import Flaw
from slackapp.views.template_folder import Sources

VERSIONS = 8
"""So many versions of an organisation's folder stay compiled: what each channel uses may be of another one."""


@dataclass(frozen=True)
class TemplateJob:
    """A template by its name. Without words it is only read; one that is tried is told of what Slack would refuse."""

    sources: Sources | None
    """The organisation's own; None for ours alone."""
    name: str
    code: str
    """The language."""
    words: Words | None
    is_trial: bool = False


class Result(NamedTuple):
    """What came out. The text is the rows of the message, to be read by `rows.read`; empty where there are flaws."""

    text: str = ""
    flaws: Sequence[Flaw] = ()
    is_over_limit: bool = False
    """Whether it took more time or memory than a template may: the next time, it would again."""


def done(job: TemplateJob) -> Result:
    """Do it; whatever is wrong is told as a flaw, and nothing is raised."""
    shelf = _shelf(job.sources)
    traced = template_rows.TRACED.set(job.is_trial)
    try:
        return _done(job, shelf)
    except Exception as failure:  # noqa: BLE001 - whatever it is, it is the template's
        is_over_limit = isinstance(failure, TimeoutError | MemoryError)
        return Result("", [template_flaws.of_failure(job.name, shelf.file(job.name), failure)], is_over_limit)
    finally:
        template_rows.TRACED.reset(traced)


def _done(job: TemplateJob, shelf: Shelf) -> Result:
    if job.words is None:
        shelf.environment.get_template(job.name)
        return Result()
    _ = Language(job.code)
    text = shelf.render(job.name, _, job.words(_))
    written = template_rows.read(text)
    if job.is_trial:
        return Result("", list(template_flaws.of_rows(job.name, shelf.file(job.name), written)))
    template_flaws.accepted(template_rows.content(written))
    return Result(text)


@lru_cache(VERSIONS)
def _shelf(sources: Sources | None) -> Shelf:
    return Shelf(environment(sources.loader() if sources else None))

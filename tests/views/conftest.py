"""What views are looked at with."""

from collections.abc import Iterator

import pytest

from slackapp.views.template_runner import TemplateRunner


@pytest.fixture(scope="session")
def worker() -> Iterator[TemplateRunner]:
    """The process in which an organisation's templates run; its start costs a second."""
    with TemplateRunner() as runner:
        yield runner

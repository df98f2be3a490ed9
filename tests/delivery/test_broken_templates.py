"""The administrators are told of a broken template: once for each version of it."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from scheduler.broken_templates import BrokenTemplates
from slackapp.ids import UserId
from slackapp.models.people import Person
from slackapp.views import digests
from slackapp.views.templates import Templates
from tests.delivery.office import Office

pytestmark = pytest.mark.anyio

ADMIN = UserId("U0ADMIN")
MEMBER = UserId("U0MEMBER")


Save = Callable[[str], None]


@pytest.fixture
def save(office: Office, tmp_path: Path) -> Save:
    """Save the organisation's only template."""
    office.database.run_now(_people, office)

    def saved(text: str) -> None:
        (tmp_path / "ours.jinja").write_text(text, encoding="utf-8")

    return saved


@pytest.fixture
def mending(office: Office, tmp_path: Path) -> Iterator[Callable[[], BrokenTemplates]]:
    """A worker that looks at it."""
    with ExitStack() as opened:
        yield lambda: BrokenTemplates(
            office.database, opened.enter_context(closing(Templates(str(tmp_path), digests.trials)))
        )


def _people(session: Session, office: Office) -> None:
    for user, is_admin in ((ADMIN, True), (MEMBER, False)):
        about = {"name": user, "locale": "en-GB", "tz": "Europe/Amsterdam"}
        session.add(Person(workspace_id=office.id, user_id=user, is_admin=is_admin, **about))


def told(office: Office) -> list[dict[str, str]]:
    return [row.refs for row in office.rows() if row.kind == "template.broken"]


async def test_a_broken_template_is_told_once_for_each_version(
    office: Office, save: Save, mending: Callable[[], BrokenTemplates]
) -> None:
    worker = mending()
    save("{{ oops( }}")
    assert [await worker.once() for _ in range(3)] == [1, 0, 0]
    assert [(each["template"], each["where"]) for each in told(office)] == [("ours.jinja", "ours.jinja:1")]
    save("\n{{ oops( }}")
    assert (await worker.once(), len(told(office))) == (1, 2)
    save("{{ lines(say('Mended')) }}")
    assert (await worker.once(), len(told(office))) == (0, 2)


async def test_a_restart_or_another_worker_tells_nobody_again(
    office: Office, save: Save, mending: Callable[[], BrokenTemplates]
) -> None:
    save("{% if %}")
    for _ in range(2):
        await mending().once()
    assert len(told(office)) == 1


async def test_without_templates_of_their_own_there_is_nothing_to_tell(office: Office) -> None:
    assert await BrokenTemplates(office.database, Templates(None, digests.trials)).once() == 0

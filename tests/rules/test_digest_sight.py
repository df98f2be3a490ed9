"""How the digest of a private channel is set up is shown to those in it."""

import pytest

from slackapp.errors import NotFound
from slackapp.queries.digests import settings
from tests.rules.company import Company
from tests.rules.digest_rows import Rows


def test_an_administrator_who_is_not_in_the_channel_is_shown_nothing(company: Company) -> None:
    kim, boss = company.person("kim"), company.person("boss", is_admin=True)
    closed = company.channel("closed", kim, is_private=True)
    digest = company.do(lambda session: Rows(session, company.id).digest(closed).id)
    assert company.ask(settings.standing, kim, channel_id=closed).digest_id == digest
    company.ask(settings.allow, kim, digest_id=digest)
    with pytest.raises(NotFound):
        company.ask(settings.standing, boss, channel_id=closed)
    with pytest.raises(NotFound):
        company.ask(settings.allow, boss, digest_id=digest)

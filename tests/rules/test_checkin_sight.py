"""A check-in of a private channel is shown to its people and to those in the channel, whatever is asked."""

from datetime import time

import pytest
from sqlalchemy.orm import Session

from slackapp.errors import NotFound
from slackapp.ids import Actor
from slackapp.models.checkin_setups import Question, QuestionKind, Setup
from slackapp.models.checkins import Checkin
from slackapp.queries import checkins
from slackapp.rules.checkins import setting_up
from tests.rules.company import Company
from tests.rules.digest_rows import MONDAY, Rows

QUESTIONS = (Question("What is in the way?", QuestionKind.BLOCKER),)


@pytest.fixture
def noor(company: Company) -> Actor:
    return company.person("noor")


@pytest.fixture
def jan(company: Company) -> Actor:
    """Is asked, and is not in the channel to which the summary goes."""
    return company.person("jan")


@pytest.fixture
def eve(company: Company) -> Actor:
    """Has nothing to do with it."""
    return company.person("eve")


@pytest.fixture
def weekly(company: Company, noor: Actor, jan: Actor) -> int:
    """Noor's, for herself and Jan, in a private channel that is hers."""
    channel = company.channel("closed", noor, is_private=True)
    people = (noor.user_id, jan.user_id)
    setup = Setup("Weekly", channel, people, at=time(9), from_channel=channel, questions=QUESTIONS)
    number = company.do(setting_up.save, setup, checkin_id=None, by=noor, inside={noor.user_id})
    company.do(setting_up.start, number, by=noor)
    return number


def test_whom_it_does_not_concern_is_shown_nothing(company: Company, weekly: int, jan: Actor, eve: Actor) -> None:
    assert [row.id for row in company.ask(checkins.listed, jan).rows] == [weekly]
    assert [row.id for row in company.ask(checkins.called, jan, "week")] == [weekly]
    assert company.ask(checkins.listed, eve).rows == ()
    assert company.ask(checkins.called, eve, "week") == []
    for question in (checkins.page, checkins.why, checkins.preview):
        company.ask(question, jan, checkin_id=weekly)
        with pytest.raises(NotFound):
            company.ask(question, eve, checkin_id=weekly)


def test_who_is_asked_does_not_read_the_answers_for_that(
    company: Company, weekly: int, noor: Actor, jan: Actor
) -> None:
    assert [row.may_read for row in company.ask(checkins.listed, noor).rows] == [True]
    assert [row.may_read for row in company.ask(checkins.listed, jan).rows] == [False]
    assert [row.id for row in company.ask(checkins.called, noor, with_answers=True)] == [weekly]
    assert company.ask(checkins.called, jan, with_answers=True) == []
    asked: dict[str, str | int] = {"checkin": weekly, "person": jan.user_id}
    assert company.ask(checkins.announced, company.id, asked) is None
    assert company.ask(checkins.announced, company.id, asked | {"person": noor.user_id}) == "Weekly"


def test_the_private_channel_is_named_to_those_in_it(company: Company, weekly: int, noor: Actor, jan: Actor) -> None:
    hers, his = (company.ask(checkins.page, who, checkin_id=weekly).setup for who in (noor, jan))
    assert (hers.channel, hers.from_channel) == ("CCLOSED", "CCLOSED")
    assert (his.channel, his.from_channel) == (None, None)


def test_a_blocker_is_shown_to_its_author_and_to_who_reads_the_answers(
    company: Company, weekly: int, noor: Actor, jan: Actor, eve: Actor
) -> None:
    def kept(session: Session) -> int:
        rows = Rows(session, company.id)
        return rows.blocker(rows.round(session.get_one(Checkin, weekly), MONDAY), jan.user_id).id

    answer = company.do(kept)
    assert [company.ask(checkins.named, who, answer_id=answer).text for who in (noor, jan)] == ["No access"] * 2
    with pytest.raises(NotFound):
        company.ask(checkins.named, eve, answer_id=answer)


def test_one_that_is_being_set_up_is_its_owners_alone(company: Company, noor: Actor, eve: Actor) -> None:
    setup = Setup("Soon", company.channel("open"), (noor.user_id,), at=time(9), questions=QUESTIONS)
    number = company.do(setting_up.save, setup, checkin_id=None, by=noor)
    asked: dict[str, str | int] = {"checkin": number, "person": eve.user_id}
    assert company.ask(checkins.announced, company.id, asked) is None
    company.do(setting_up.start, number, by=noor)
    assert company.ask(checkins.announced, company.id, asked) == "Soon"

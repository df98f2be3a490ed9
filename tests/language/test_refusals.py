from datetime import date

from slackapp.errors import InvalidInput, NotPossibleNow, Term
from slackapp.language import Language
from slackapp.language.refusals import told


def test_a_refusal_is_told_with_its_names_and_dates() -> None:
    refusal = NotPossibleNow("{who} closed {request} on {day}", who="Jan", request=Term("it"), day=date(2026, 1, 5))
    assert told(refusal, Language("nl")) == "Jan closed it on 5 januari 2026"


def test_a_refusal_lists_who_can_do_it() -> None:
    refusal = InvalidInput("owner", "Only {people} can do this", people=("Jan", Term("the lead")))
    assert told(refusal, Language("en")) == "Only Jan and the lead can do this"

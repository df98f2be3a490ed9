"""Whatever is in a team, Slack takes its pages, in both languages."""

from datetime import UTC, datetime, time

import pytest

from blockkit import problems_of_message, problems_of_view
from slackapp.ids import ChannelId, GroupId, UserId, WorkspaceId
from slackapp.language import SUPPORTED, Language
from slackapp.models.terms import CHOICES, Terms
from slackapp.queries.team_forms import FilledTeam
from slackapp.queries.team_homes import Homeless, Trouble
from slackapp.queries.team_pages import Detail, Overview, TeamLine
from slackapp.queries.teams import TeamRecord
from slackapp.views.teams import form, hours, missing_home, page, zones
from slackapp.views.teams.countries import offered

NOW = datetime(2026, 11, 24, 8, tzinfo=UTC)
LONG = "<!channel> *_~`👩‍👩‍👧" + "x" * 42

TEAM = TeamRecord(
    id=1,
    workspace_id=WorkspaceId(1),
    name=LONG,
    lead_id=UserId("U1"),
    home_channel=ChannelId("C1"),
    group_id=GroupId("S1"),
    locale="nl",
    tz="America/Argentina/ComodRivadavia",
    weekdays="0123456",
    starts=time(0),
    ends=time(0),
    calendar="GS",
    answer_minutes=7200,
    is_archived=False,
)
LINE = TeamLine(TEAM, LONG, LONG, Trouble.ARCHIVED, may_change=True)


@pytest.fixture(params=SUPPORTED)
def language(request: pytest.FixtureRequest) -> Language:
    return Language(request.param)


@pytest.mark.parametrize("count", [0, 1, 40])
def test_slack_takes_the_list_of_teams(language: Language, count: int) -> None:
    shown = Overview([LINE] * count, start=40, total=100, archived=12)
    assert problems_of_view(page.overview(shown, language)) == []


def test_slack_takes_the_page_of_a_team_with_everybody_in_it(language: Language) -> None:
    everybody = [UserId(f"U{n}") for n in range(5000)]
    shown = Detail(LINE, everybody, LONG)
    assert problems_of_view(page.detail(shown, language)) == []
    assert problems_of_view(page.saved(shown, language)) == []


@pytest.mark.parametrize("choice", CHOICES)
def test_slack_takes_the_form_with_everything_in_it(language: Language, choice: object) -> None:
    members = tuple(UserId(f"U{n}") for n in range(100))
    terms = Terms(LONG, UserId("U1"), ChannelId("C1"), members, GroupId("S1"), country="NL", within=choice)  # type: ignore[arg-type]
    assert problems_of_view(form.form(FilledTeam(1, terms, LONG), NOW, language)) == []


@pytest.mark.parametrize("trouble", Trouble)
def test_slack_takes_what_a_lead_is_told(language: Language, trouble: Trouble) -> None:
    said = missing_home.told(Homeless(TEAM, LONG, trouble), language)
    assert problems_of_message(list(said.blocks), said.text) == []
    assert "<!channel>" not in said.text


@pytest.mark.parametrize(
    ("weekdays", "said"),
    [
        ("01234", "Mon–Fri"),
        ("01", "Mon and Tue"),
        ("024", "Mon, Wed and Fri"),
        ("6", "Sun"),
        ("01236", "Sun–Thu"),
        ("0256", "Mon, Wed, Sat and Sun"),
        ("056", "Sat–Mon"),
        ("0123456", "Mon–Sun"),
    ],
)
def test_working_days_are_said_shortly(weekdays: str, said: str) -> None:
    assert hours.days([int(day) for day in weekdays], Language("en")) == said


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("amster", "Amsterdam (Europe/Amsterdam, UTC+1)"),
        ("new york", "New York (America/New_York, UTC−5)"),
        ("Europe/Lond", "London (Europe/London, UTC)"),
        ("KATHMANDU", "Kathmandu (Asia/Kathmandu, UTC+5:45)"),
        ("sao paulo", "Sao Paulo (America/Sao_Paulo, UTC−3)"),
    ],
)
def test_a_zone_is_found_by_its_city(words: str, first: str) -> None:
    assert zones.offered(words, NOW)[0]["text"]["text"] == first


def test_a_search_for_nothing_offers_no_more_than_slack_takes(language: Language) -> None:
    assert len(zones.offered("", NOW)) == 100
    assert len(offered("", language)) == 100


@pytest.mark.parametrize(
    ("code", "words", "name"),
    [("nl", "belgie", "België"), ("en", "nether", "Netherlands"), ("nl", "NL", "Nederland"), ("en", "uk", "Ukraine")],
)
def test_a_country_is_found_by_what_the_reader_calls_it(code: str, words: str, name: str) -> None:
    assert offered(words, Language(code))[0]["text"]["text"] == name


@pytest.mark.parametrize(
    ("words", "name", "code"),
    [
        ("scot", "United Kingdom, Scotland", "GB-SCT"),
        ("schotland", "United Kingdom, Scotland", "GB-SCT"),
        ("new south", "Australia, New South Wales", "AU-NSW"),
        ("ontario", "Canada, Ontario", "CA-ON"),
        ("zurich", "Switzerland, Zürich", "CH-ZH"),
        ("bavaria", "Germany, Bayern", "DE-BY"),
        ("de-by", "Germany, Bayern", "DE-BY"),
    ],
)
def test_a_part_of_a_country_is_found_by_its_name(words: str, name: str, code: str) -> None:
    found = {each["value"]: each["text"]["text"] for each in offered(words, Language("en"))}
    assert found[code] == name


def test_the_parts_come_after_their_country(language: Language) -> None:
    assert [each["value"] for each in offered("germany" if language.code == "en" else "duitsland", language)][:2] == [
        "DE",
        "DE-Augsburg",
    ]

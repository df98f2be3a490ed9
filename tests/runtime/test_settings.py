"""Settings as they are copied: with a line break at the end, or with one in the middle."""

import pytest
from pydantic import ValidationError

from runtime.settings_errors import explained
from slackapp.config import ConnectedSettings, Settings

TOKENS = ("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET")


@pytest.fixture(autouse=True)
def _nothing_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.mark.parametrize("around", ["{}\n", " {}", "\t{}\r\n", "{}\u00a0"])
def test_what_stands_around_a_token_is_left_out(monkeypatch: pytest.MonkeyPatch, around: str) -> None:
    for name in TOKENS:
        monkeypatch.setenv(name, around.format("xoxb-1-a"))
    settings = Settings(_env_file=None)
    found = (settings.slack_bot_token, settings.slack_app_token, settings.slack_signing_secret)
    assert [each and each.get_secret_value() for each in found] == ["xoxb-1-a"] * 3


@pytest.mark.parametrize("name", TOKENS)
@pytest.mark.parametrize("token", ["xoxb-1 2", "xoxb-1\n2", "xoxb-1\u200b", "xoxb-é", "\ufeffxoxb-1"])
def test_a_token_in_two_pieces_is_named_and_not_shown(monkeypatch: pytest.MonkeyPatch, name: str, token: str) -> None:
    monkeypatch.setenv(name, token)
    with pytest.raises(ValidationError) as invalid:
        Settings(_env_file=None)
    (sentence,) = explained(invalid.value)
    assert sentence.startswith(f"{name}: It has a blank")
    assert "xoxb" not in sentence


@pytest.mark.parametrize("name", ["HOST", "DATABASE_URL", "PORT"])
def test_blanks_alone_are_no_setting(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv(name, " \n")
    assert Settings(_env_file=None) == Settings(
        _env_file=None, **{name.lower(): Settings.model_fields[name.lower()].default}
    )


def test_a_token_of_blanks_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SLACK_BOT_TOKEN", "  ")
    with pytest.raises(ValidationError, match="SLACK_BOT_TOKEN is missing"):
        ConnectedSettings(_env_file=None)


def test_an_address_is_taken_without_what_stands_around_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SLACK_API_URL", "https://slack.com/api \n")
    monkeypatch.setenv("AFSPRAAK_DEFAULT_LOCALE", "nl ")
    settings = Settings(_env_file=None)
    assert (settings.slack_api_url, settings.afspraak_default_locale) == ("https://slack.com/api/", "nl")

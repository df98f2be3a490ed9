"""The settings: read once from the environment and `.env`, then frozen."""

import re
from typing import Any, Literal, Self
from zoneinfo import ZoneInfo

from pydantic import Field, SecretStr, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from slackapp import zones


class Settings(BaseSettings):
    """What an operator can set; every name is an environment variable, explained in docs/install.md."""

    model_config = SettingsConfigDict(env_file=".env", frozen=True, extra="ignore", env_ignore_empty=True)

    slack_bot_token: SecretStr | None = None
    slack_app_token: SecretStr | None = None
    slack_signing_secret: SecretStr | None = None
    slack_api_url: str = "https://slack.com/api/"
    database_url: str = "sqlite:///afspraak.db"
    host: str = "127.0.0.1"
    port: int = Field(default=3000, ge=0, le=65535)
    afspraak_templates: str | None = None
    afspraak_default_locale: Literal["en", "nl"] = "en"
    afspraak_default_tz: str = "Europe/Amsterdam"
    afspraak_command_prefix: str = Field(default="", pattern=r"^[a-z0-9_-]{0,16}$")

    @model_validator(mode="before")
    @classmethod
    def _without_what_stands_around_them(cls, values: dict[str, Any]) -> dict[str, Any]:
        # What was copied brings a line break along, and a file of secrets ends with one. Blanks alone are no setting.
        stripped = {name: value.strip() if isinstance(value, str) else value for name, value in values.items()}
        return {name: value for name, value in stripped.items() if value != ""}

    @field_validator("slack_bot_token", "slack_app_token", "slack_signing_secret")
    @classmethod
    def _is_in_one_piece(cls, secret: SecretStr | None) -> SecretStr | None:
        if secret and not re.fullmatch(r"[!-~]+", secret.get_secret_value()):
            raise ValueError("it has a blank, a line break or a strange sign inside: copy it anew, in one piece")
        return secret

    @field_validator("slack_api_url")
    @classmethod
    def _ends_with_slash(cls, url: str) -> str:
        return url if url.endswith("/") else url + "/"

    @field_validator("afspraak_default_tz")
    @classmethod
    def _is_a_zone(cls, name: str) -> str:
        if not zones.is_known(name):
            raise ValueError(f"{name!r} is no IANA time zone, such as Europe/Amsterdam")
        return name

    @property
    def default_tz(self) -> ZoneInfo:
        """The time zone of a workspace that has not chosen one."""
        return ZoneInfo(self.afspraak_default_tz)

    @property
    def connection(self) -> Literal["socket", "http"]:
        """Socket Mode where an app token is set, signed HTTP otherwise."""
        return "socket" if self.slack_app_token else "http"


class ConnectedSettings(Settings):
    """The settings of a process that talks to Slack: the tokens must be there."""

    @model_validator(mode="after")
    def _can_connect(self) -> Self:
        if self.slack_bot_token is None:
            raise ValueError("SLACK_BOT_TOKEN is missing: copy it from 'OAuth & Permissions' of your Slack app")
        if self.slack_app_token is None and self.slack_signing_secret is None:
            raise ValueError(
                "set SLACK_APP_TOKEN for Socket Mode, or SLACK_SIGNING_SECRET for HTTP: "
                "both are under 'Basic Information' of your Slack app"
            )
        return self

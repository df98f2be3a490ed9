from datetime import date

from slackapp.errors import Refusal, Term, Value
from slackapp.language.reader import Language


def told(refusal: Refusal, _: Language) -> str:
    """Why a rule said no, in the reader's words."""
    return _(refusal.key, **{name: _said(value, _) for name, value in refusal.values.items()})


def _said(value: str | Value, _: Language) -> str:
    match value:
        case Term():
            return _(value.key, **dict(value.values))
        case date():
            return _.date(value)
        case tuple():
            return _.list([_said(item, _) for item in value])
        case _:
            return str(value)

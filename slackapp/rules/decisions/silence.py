"""Whose silence is consent when the time for answers is over, and why that of others is not (DEC-4)."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from slackapp import cards
from slackapp.models.decision_life import Stance, Unheard
from slackapp.models.decisions import Decision, DecisionVoice
from slackapp.models.outbox import Posting
from slackapp.models.people import Person
from slackapp.models.quiet import Quiet
from slackapp.queries import absences
from slackapp.rules import working_days
from slackapp.rules.decisions import voices

DAY = timedelta(days=1)


def weigh(session: Session, decision: Decision) -> bool:
    """Keep with each silent voice why it does not count; whether everybody who is waited for consents.

    Silence counts from who was asked while there was time, and was there when it was over.
    """
    waited_for = voices.heard(session, decision)
    for voice in waited_for:
        voice.unheard = None if voice.stance else _why(session, decision, voice)
    return all(voice.stance is not Stance.OBJECT and voice.unheard is None for voice in waited_for)


def forget(session: Session, decision: Decision) -> None:
    """There is more time: who was not heard may answer by then."""
    for voice in voices.heard(session, decision):
        voice.unheard = None


def _why(session: Session, decision: Decision, voice: DecisionVoice) -> Unheard | None:
    person = session.get(Person, (voice.workspace_id, voice.user_id))
    if decision.until_at is None or person is None or person.is_deactivated:
        return Unheard.GONE
    asked_at = _asked_at(session, voice)
    if asked_at is None or asked_at >= decision.until_at:
        return Unheard.NOT_ASKED
    quiet = session.get(Quiet, (voice.workspace_id, voice.user_id))
    if quiet and quiet.until > decision.until_at:
        return Unheard.QUIET
    return None if _was_there(session, person, asked_at, decision.until_at) else Unheard.AWAY


def _asked_at(session: Session, voice: DecisionVoice) -> datetime | None:
    """When Slack posted their prompt, by Slack's own timestamp; None while it has not. UTC."""
    posting = session.get(Posting, (voice.workspace_id, cards.decision_prompt(voice.decision_id, voice.user_id).key))
    return datetime.fromtimestamp(float(posting.ts), UTC) if posting else None


def _was_there(session: Session, person: Person, asked_at: datetime, until: datetime) -> bool:
    """Whether they were there on the last day of theirs on which they could have answered."""
    first, day = (moment.astimezone(ZoneInfo(person.tz)).date() for moment in (asked_at, until))
    while day >= first:
        is_away = absences.is_away(session, person.workspace_id, person.user_id, day)
        if is_away is False:
            return True
        if working_days.is_working_day(session, person, day):
            return not is_away
        day -= DAY
    return False

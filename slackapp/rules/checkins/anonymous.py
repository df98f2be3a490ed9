"""What is said without a name (principle 5; docs/decisions/anonymous.md).

A voice shares nothing with who answered: no person, no time, and no order. Each that comes has all of the round written
anew under numbers drawn by lot, so that neither a number, nor the place in the table, nor the transaction tells which
came with which, or from whom. Two answers of one person are not linked either.
"""

import secrets
from collections.abc import Sequence
from decimal import Decimal

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from slackapp.models.checkin_rounds import CheckinRound, CheckinVoice
from slackapp.models.checkin_setups import GivenAnswer

LOTS = 2**62  # drawn by lot: numbers in order would tell who answered when


def speak(session: Session, round_: CheckinRound, said: Sequence[GivenAnswer]) -> None:
    """Let these voices be among those of a round, which is held."""
    before = select(CheckinVoice).where(
        CheckinVoice.workspace_id == round_.workspace_id, CheckinVoice.round_id == round_.id
    )
    voices = [(each.question_id, each.text, each.value) for each in session.scalars(before)]
    voices += [(each.question_id, each.text, each.number) for each in said]
    theirs = (CheckinVoice.workspace_id == round_.workspace_id, CheckinVoice.round_id == round_.id)
    session.execute(delete(CheckinVoice).where(*theirs))
    secrets.SystemRandom().shuffle(voices)
    session.add_all(_voice(round_, *each) for each in voices)
    session.flush()


def _voice(round_: CheckinRound, question_id: int, text: str, value: Decimal | None) -> CheckinVoice:
    return CheckinVoice(
        id=secrets.randbelow(LOTS),
        workspace_id=round_.workspace_id,
        round_id=round_.id,
        question_id=question_id,
        text=text,
        value=value,
    )

"""The texts of a decision as they are now, and as they once were (DEC-4)."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp.clock import now
from slackapp.errors import InvalidInput
from slackapp.ids import Actor, UserId
from slackapp.models import decision_search
from slackapp.models.decision_life import Verb
from slackapp.models.decision_texts import Wording
from slackapp.models.decisions import Decision, DecisionVersion
from slackapp.queries import stems
from slackapp.queries.decisions.search import mark_of
from slackapp.rules.decisions import answering, limits, voices
from slackapp.rules.decisions.steps import Turn, begin, end, movers


def edit(session: Session, decision_id: int, said: Wording, *, by: Actor, why: str = "") -> None:
    """Change a proposal. What people have said so far stays; whoever objects is asked whether that is settled."""
    turn = begin(session, decision_id, Verb.EDIT, by=by)
    _rewrite(session, turn, said, why=limits.words("reason", why), by=by.user_id)
    end(session, turn, why=why, version=str(turn.decision.version))
    for objector in voices.objectors(session, turn.decision):
        answering.remark(session, turn.decision, objector, "edited", once=str(turn.decision.version))


def correct(session: Session, decision_id: int, said: Wording, *, by: Actor, why: str) -> None:
    """Correct what was decided: a new version with its author, time and reason. It is never done silently."""
    turn = begin(session, decision_id, Verb.CORRECT, by=by)
    _rewrite(session, turn, said, why=limits.reason(why), by=by.user_id)
    end(session, turn, why=why, tell=movers(turn.decision), version=str(turn.decision.version))


def keep(session: Session, decision: Decision, *, by: UserId, why: str = "") -> None:
    """Keep the present texts as a version, and have the decision found by the words of all its versions."""
    session.add(
        DecisionVersion(
            workspace_id=decision.workspace_id,
            decision_id=decision.id,
            number=decision.version,
            by=by,
            at=now(session),
            why=why,
            title=decision.title,
            text=decision.text,
            context=decision.context,
            options=decision.options,
        )
    )
    session.flush()
    decision_search.keep(session, decision.id, [mark_of(decision.workspace_id), *_words(session, decision)])


def _rewrite(session: Session, turn: Turn, said: Wording, *, why: str, by: UserId) -> None:
    decision, texts = turn.decision, limits.wording(said)
    if texts == Wording(decision.title, decision.text, decision.context, decision.options):
        raise InvalidInput("text", "Nothing is changed yet.")
    decision.title, decision.text = texts.title, texts.text
    decision.context, decision.options = texts.context, texts.options
    decision.version += 1
    keep(session, decision, by=by, why=why)


def _words(session: Session, decision: Decision) -> list[str]:
    """An earlier version may be the one in the other language: its words count as well."""
    all_of_them = select(DecisionVersion).where(
        DecisionVersion.workspace_id == decision.workspace_id, DecisionVersion.decision_id == decision.id
    )
    texts = (f"{v.title} {v.text} {v.context} {v.options}" for v in session.scalars(all_of_them))
    return stems.kept(" ".join(texts))

"""The texts of a decision as they are now, and as they once were (DEC-4)."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp.clock import now
from slackapp.ids import UserId
from slackapp.models import decision_search
from slackapp.models.decisions import Decision, DecisionVersion
from slackapp.queries import stems
from slackapp.queries.decisions.search import mark_of


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


def _words(session: Session, decision: Decision) -> list[str]:
    """An earlier version may be the one in the other language: its words count as well."""
    all_of_them = select(DecisionVersion).where(
        DecisionVersion.workspace_id == decision.workspace_id, DecisionVersion.decision_id == decision.id
    )
    texts = (f"{v.title} {v.text} {v.context} {v.options}" for v in session.scalars(all_of_them))
    return stems.kept(" ".join(texts))

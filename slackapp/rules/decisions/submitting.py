"""A decision is proposed, or recorded as one that has been taken."""

from sqlalchemy.orm import Session

from slackapp.clock import now, today
from slackapp.errors import InvalidInput, NotAllowed
from slackapp.ids import Actor, UserId
from slackapp.models.decision_life import DecisionState, DecisionVerb
from slackapp.models.decision_texts import Proposal
from slackapp.models.decisions import Decision, DecisionVoice
from slackapp.models.people import Channel
from slackapp.permissions import decisions as permissions
from slackapp.permissions.viewer import Viewer, viewer
from slackapp.queries.people import name_of
from slackapp.rules import drafts, numbers, sources
from slackapp.rules.decisions import chains, concerns, dates, validation, versions
from slackapp.rules.decisions.places import places
from slackapp.rules.decisions.steps import DecisionTurn, end
from slackapp.rules.person_hours import hours_of


def submit(session: Session, said: Proposal, *, by: Actor, draft: str = "") -> int:
    """Propose a decision, or record one that its decider has taken (DEC-1); returns its number.

    `draft` is the key of the form, under which a message that it was made from is remembered.
    """
    who = allow(session, by=by)
    decision = _checked(session, said, by)
    found = concerns.checked(session, said, who)
    replaced = chains.replaced(session, said, who)
    _store(session, decision)
    concerns.keep(session, decision, found)
    _consult(session, decision, said, replaced)
    versions.keep(session, decision, by=by.user_id)
    sources.remember(decision, drafts.take(session, decision.workspace_id, draft))
    _begin_life(session, decision, is_decided=said.is_decided, by=by)
    if replaced:
        chains.announce(session, decision, replaced, by=by)
    if _may_be_told(session, decision):
        sources.tell(session, decision, "decision")
    return decision.number


def allow(session: Session, *, by: Actor) -> Viewer:
    """Make sure, also before the form is opened, that this person proposes decisions; NotAllowed otherwise."""
    who = viewer(session, by)
    if not permissions.may_propose(who):
        raise NotAllowed("Guests can answer what they are asked, but not propose decisions. Ask a colleague to do it.")
    return who


def _checked(session: Session, said: Proposal, by: Actor) -> Decision:
    driver = validation.somebody(session, by.workspace_id, "driver", said.driver_id or by.user_id)
    decider = validation.somebody(session, by.workspace_id, "decider", said.decider_id)
    is_theirs = decider.user_id == by.user_id
    if said.silence_counts and not is_theirs:
        raise InvalidInput("silence", "Only {decider} can choose that silence counts.", decider=decider.name)
    if said.is_decided and not is_theirs:
        raise InvalidInput(
            "kind", "{decider} decides this: propose it, and they are asked to confirm it.", decider=decider.name
        )
    decision = _written(session, said, by)
    decision.driver_id, decision.decider_id = driver.user_id, decider.user_id
    _set_dates(session, decision, said)
    return decision


def _written(session: Session, said: Proposal, by: Actor) -> Decision:
    texts = validation.wording(said.wording)
    return Decision(
        workspace_id=by.workspace_id,
        author_id=by.user_id,
        title=texts.title,
        text=texts.text,
        context=texts.context,
        options=texts.options,
        version=1,
        is_reversible=said.is_reversible,
        silence_counts=said.silence_counts,
        state=DecisionState.PROPOSED,
        replaces_id=said.replaces_id,
        proposed_at=now(session),
    )


def _set_dates(session: Session, decision: Decision, said: Proposal) -> None:
    if said.silence_counts and said.until is None:
        raise InvalidInput("until", "Choose until when people can object: silence counts from then on.")
    if said.until and not said.is_decided:
        dates.set_until(session, decision, said.until)
    if said.review_on:
        mover = hours_of(session, decision.workspace_id, decision.driver_id)
        decision.review_on = validation.day("review", said.review_on, today(session, mover.tz))


def _store(session: Session, decision: Decision) -> None:
    # The number comes last: it locks the workspace's counter until the transaction ends.
    decision.number = numbers.next_number(session, decision.workspace_id, "decision")
    session.add(decision)
    session.flush()


def _consult(session: Session, decision: Decision, said: Proposal, replaced: Decision | None) -> None:
    """Those who were chosen; and whoever decided what this would replace is always heard."""
    chosen: list[UserId] = [*said.consulted, *([replaced.decider_id] if replaced and not said.is_decided else [])]
    for user_id in dict.fromkeys(chosen):
        if user_id != decision.decider_id:
            person = validation.somebody(session, decision.workspace_id, "consulted", user_id)
            session.add(
                DecisionVoice(
                    workspace_id=decision.workspace_id, decision_id=decision.id, user_id=person.user_id, reason=""
                )
            )
    session.flush()


def _begin_life(session: Session, decision: Decision, *, is_decided: bool, by: Actor) -> None:
    if is_decided:
        decision.state, decision.decided_at = DecisionState.DECIDED, decision.proposed_at
        dates.decided(session, decision)
        end(
            session,
            DecisionTurn(decision, DecisionVerb.RECORD, DecisionState.PROPOSED, by.user_id),
            tell=[decision.driver_id],
        )
        chains.supersede_replaced(session, decision, by=by.user_id)
    else:
        dates.collect(session, decision)
        driver = name_of(session, by.workspace_id, decision.driver_id)
        tell = [] if decision.driver_id == decision.decider_id else [decision.driver_id]
        end(
            session,
            DecisionTurn(decision, DecisionVerb.PROPOSE, DecisionState.PROPOSED, by.user_id),
            tell=tell,
            driver=driver,
        )


def _may_be_told(session: Session, decision: Decision) -> bool:
    """Whether the thread that it came from may know of it: where it concerns, or is public."""
    found = places(session, decision)
    channels = (session.get(Channel, (decision.workspace_id, place)) for place in found)
    return decision.source_channel in found or any(each is not None and not each.is_private for each in channels)

"""Ready-made sets of questions to begin with (CHK-1)."""

from collections.abc import Mapping

from slackapp.language import N_, Language
from slackapp.models.checkin_setups import Question, QuestionKind
from slackapp.views import blocks
from slackapp.views.blocks import Element

OWN = "own"
IN_THE_WAY = (QuestionKind.BLOCKER, N_("What stands in your way, and which team can lift it?"))
SURE = (N_("Sure"), N_("Fairly sure"), N_("Not sure"))

NAMES: Mapping[str, str] = {
    "weekly": N_("Cross-team weekly"),
    "launch": N_("Launch"),
    "goal": N_("Shared goal"),
    "incident": N_("Incident follow-up"),
    OWN: N_("My own questions"),
}
_SETS: Mapping[str, tuple[tuple[QuestionKind, str], ...]] = {
    "weekly": (
        (QuestionKind.TEXT, N_("What came of your plan?")),
        (QuestionKind.PLAN, N_("What will you do next that other teams should know?")),
        IN_THE_WAY,
        (QuestionKind.MOOD, N_("How is the collaboration going?")),
    ),
    "launch": (
        (QuestionKind.YES_NO, N_("Is your part on time?")),
        (QuestionKind.CHOICE, N_("How sure are you of the date?")),
        (QuestionKind.PLAN, N_("What do you finish next?")),
        IN_THE_WAY,
    ),
    "goal": (
        (QuestionKind.NUMBER, N_("Where does the measure stand?")),
        (QuestionKind.TEXT, N_("What moved it?")),
        (QuestionKind.PLAN, N_("What will you do for it next?")),
        IN_THE_WAY,
    ),
    "incident": (
        (QuestionKind.TEXT, N_("Which of your actions are done?")),
        (QuestionKind.PLAN, N_("Which come next?")),
        (QuestionKind.YES_NO, N_("Could it happen again today?")),
        IN_THE_WAY,
    ),
    OWN: (),
}


def questions(chosen: str | None, _: Language) -> tuple[Question, ...]:
    """The questions of a set, in the language of whoever sets it up: from then on they are theirs to change."""
    return tuple(_question(kind, text, _) for kind, text in _SETS.get(chosen or OWN, ()))


def options(_: Language) -> list[Element]:
    return [blocks.option(_(name), key) for key, name in NAMES.items()]


def _question(kind: QuestionKind, text: str, _: Language) -> Question:
    choices = tuple(_(each) for each in SURE) if kind is QuestionKind.CHOICE else ()
    return Question(_(text), kind, choices)

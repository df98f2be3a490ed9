"""The form of one question."""

import json

from slackapp.language import Language
from slackapp.models.checkin_setups import Question, QuestionKind
from slackapp.queries.checkins import AskedQuestion
from slackapp.views import blocks, inputs
from slackapp.views.blocks import Block
from slackapp.views.checkins.labels import KINDS
from slackapp.views.typed import Typed


def form(checkin_id: int, former: AskedQuestion | None, _: Language) -> Block:
    kinds = [blocks.option(_(said), kind) for kind, said in KINDS.items()]
    about = {"checkin": checkin_id} | ({"instead_of": former.id} if former else {})
    return blocks.modal(
        "checkin.question",
        _("Question"),
        [
            inputs.field("text", _("What do you ask?"), inputs.text(former.text if former else "", most=200)),
            inputs.field(
                "kind", _("What is the answer?"), inputs.select(kinds, former.kind if former else QuestionKind.TEXT)
            ),
            inputs.field(
                "choices",
                _("Choices"),
                inputs.text("\n".join(former.choices) if former else "", most=1000, multiline=True),
                hint=_("Only where one chooses: one on each line."),
                optional=True,
            ),
        ],
        submit=_("Save"),
        close=_("Cancel"),
        about=json.dumps(about),
    )


def read(typed: Typed) -> Question:
    kind = typed.word("kind", QuestionKind, QuestionKind.TEXT)
    lines = (line.strip() for line in typed.text("choices").splitlines())
    return Question(typed.text("text"), kind, tuple(line for line in lines if line) if kind == "choice" else ())

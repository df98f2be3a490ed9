"""What docs/extend.md promises of a verb and of a field more: four Python files each, and they work."""

from tests.mutants.trial import HOUSE
from tests.recipes.recipe import Recipe

NEWEST = max(file.name for file in (HOUSE / "migrations" / "versions").glob("[0-9]*.py"))[:4]

HEAD = """
from sandbox.channels import Channel
from tests.stories.driver import Person
from tests.stories.requests.conftest import Ask


"""

SNOOZE = Recipe(
    changes={
        "slackapp/models/request_life.py": {
            '    LET_OUT = "let_out"\n': '    LET_OUT = "let_out"\n    SNOOZE = "snooze"\n',
            "LIFE: Mapping[RequestVerb, RequestStep] = {\n": (
                "LIFE: Mapping[RequestVerb, RequestStep] = {\n"
                "    RequestVerb.SNOOZE: RequestStep(SETTLED, RequestSide.RECEIVERS, Term('Not any more.')),\n"
            ),
        },
        "slackapp/rules/requests/working.py": {
            "def block(": (
                "def snooze(session: Session, request_id: int, *, by: Actor, why: str) -> None:\n"
                '    """Look at it later, and say why."""\n'
                "    turn = begin(session, request_id, RequestVerb.SNOOZE, by=by)\n"
                '    end(session, turn, why=validation.reason("reason", why))\n\n\n'
                "def block("
            )
        },
        "slackapp/views/requests/working.py": {
            "STEPS: Stage": (
                "def _snooze(__: RequestCard, _: Language) -> list[Block]:\n"
                '    return [inputs.reason(_("Why?"))]\n\n\n'
                "def _snoozed(entry: RequestEntry, _: Language) -> Line:\n"
                '    return because(rich.line("{by} looks at it later", _, by=entry.by), entry)\n\n\n'
                "STEPS: Stage"
            ),
            '    Step(RequestVerb.FINISH, _finished, N_("Done"), ButtonPlace.ROW),\n': (
                '    Step(RequestVerb.FINISH, _finished, N_("Done"), ButtonPlace.ROW),\n'
                '    Step(RequestVerb.SNOOZE, _snoozed, N_("Snooze"), ButtonPlace.ROW, fields=_snooze),\n'
            ),
        },
        "handlers/requests/working.py": {
            "STEP.answer(RequestVerb.START, working.start)\n": (
                "STEP.answer(RequestVerb.START, working.start)\n"
                'STEP.answer(RequestVerb.SNOOZE, working.snooze, why=lambda typed: typed.text("reason"))\n'
            )
        },
    },
    files={},
    story=HEAD
    + """def test_a_request_is_put_off_with_a_reason(sanne: Person, jan: Person, design: Channel, ask: Ask) -> None:
    ask()
    jan.presses("Snooze", on=jan.latest(design))
    jan.fills(reason="  ").submits()
    assert jan.errors == {"reason": "Say it in a few words: the other team reads it."}
    jan.fills(reason="After the fair").submits()
    assert jan.sees_thread(jan.latest(design)).splitlines() == ["jan looks at it later: After the fair"]
    sanne.types("/request R-1")
    assert "jan looks at it later: After the fair" in sanne.form
""",
)

BUDGET = Recipe(
    changes={
        "slackapp/models/requests.py": {
            '    attachments: str = ""\n': '    attachments: str = ""\n    budget: str = ""\n',
            '    link: Mapped[str] = mapped_column(Text, default="")\n': (
                '    link: Mapped[str] = mapped_column(Text, default="")\n'
                '    budget: Mapped[str] = mapped_column(String(40), default="")\n'
            ),
        },
        "slackapp/views/requests/submitting.py": {
            '        customer=typed.text("customer"),\n': (
                '        customer=typed.text("customer"),\n        budget=typed.text("budget"),\n'
            ),
            '        inputs.field("customer", _("Customer"), inputs.text(most=200), optional=True),\n': (
                '        inputs.field("customer", _("Customer"), inputs.text(most=200), optional=True),\n'
                '        inputs.field("budget", _("Budget"), inputs.text(most=60), optional=True),\n'
            ),
        },
        "slackapp/views/requests/facts.py": {
            "        _customer(shown, _),\n": (
                "        _customer(shown, _),\n"
                '        rich.line("Budget: {budget}", _, budget=shown.budget) if shown.budget else [],\n'
            ),
        },
    },
    files={
        "migrations/versions/0099_budget.py": f'''"""A field more in the form of a request."""

import sqlalchemy as sa
from alembic import op

revision = "0099"
down_revision = "{NEWEST}"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("requests", sa.Column("budget", sa.String(40), nullable=False, server_default=""))


def downgrade() -> None:
    op.drop_column("requests", "budget")
''',
    },
    story=HEAD
    + """def test_a_request_says_what_it_may_cost(jan: Person, sanne: Person, design: Channel, ask: Ask) -> None:
    sanne.types("/request")
    sanne.fills(team="Design", title="New banner", why="The launch", needed_by="2026-11-30", budget="5" * 50).submits()
    assert sanne.errors == {"budget": "Dit is te lang; er passen 40 tekens."}
    sanne.fills(budget="500 euro").submits()
    assert "Budget: 500 euro" in jan.sees(design)
""",
)


def test_a_verb_takes_four_files_and_no_copied_line() -> None:
    assert len(SNOOZE.touched) == 4
    said = SNOOZE.followed()
    assert "1 passed" in said, said


def test_a_field_of_the_request_form_takes_four_files() -> None:
    assert len(BUDGET.touched) == 4
    said = BUDGET.followed()
    assert "1 passed" in said, said

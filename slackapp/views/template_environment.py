"""How Jinja runs our templates and an organisation's: in its sandbox, without what multiplies sizes."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, ChoiceLoader, FileSystemLoader, PrefixLoader, StrictUndefined, TemplateError
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from slackapp.language import Language
from slackapp.views.template_vocabulary import vocabulary

BUILT_IN = Path(__file__).resolve().parents[2] / "templates"
OURS = "afspraak"
"""Before the name of a template: ours, also where the organisation has one of that name."""
LONGEST_RANGE = 1_000  # a loop in a loop must come to its end
LARGEST = 10**15
"""No number of a digest is larger; a larger one is only made to fill the memory."""
MULTIPLY = frozenset({"*", "**", "%"})
"""Of numbers these count; of texts and lists they make long ones of short ones."""
PADDING_METHODS = frozenset({"center", "expandtabs", "format", "format_map", "ljust", "rjust", "to_bytes", "zfill"})
PADDING_FILTERS = ("batch", "center", "format", "indent", "slice")


class TemplateSandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, in which a few characters of a template cannot ask for gigabytes or for minutes."""

    intercepted_binops = MULTIPLY

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401 - as Jinja's
        """`*` and `%` of numbers; SecurityError for anything else, and for numbers without end."""
        if operator == "**" or not (_is_small(left) and _is_small(right)):
            raise SecurityError(f"“{operator}” of these is not allowed in a template: it makes what has no end")
        return super().call_binop(context, operator, left, right)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:  # noqa: ANN401 - as Jinja's
        """Jinja's own answer, without the methods that pad a text to any width."""
        if isinstance(obj, str | int) and attr in PADDING_METHODS:
            return False
        return super().is_safe_attribute(obj, attr, value)


def environment(own: BaseLoader | None = None) -> TemplateSandbox:
    """Where templates are found: an organisation's own before ours, and ours always under `afspraak/`."""
    ours = FileSystemLoader(BUILT_IN)
    made = TemplateSandbox(
        loader=ChoiceLoader([*([own] if own else []), ours, PrefixLoader({OURS: ours})]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.globals["range"] = _range
    del made.globals["lipsum"]
    for name in PADDING_FILTERS:
        del made.filters[name]
    return made


@dataclass(frozen=True)
class Shelf:
    """The templates as they were at one time, ready to be used."""

    environment: TemplateSandbox

    def render(self, name: str, _: Language, values: Mapping[str, object]) -> str:
        """The rows of a template, each a line (see `rows`); raises what Jinja raises."""
        return self.environment.get_template(name).render(**vocabulary(_), **values)

    def file(self, name: str) -> str:
        """Where a template lies; its name, where that cannot be told."""
        with suppress(TemplateError):
            return self.environment.get_template(name).filename or name
        return name

    def messages(self) -> list[str]:
        """The names of all that is a message by itself."""
        return [name for name in self.environment.list_templates(["jinja"]) if is_message(name)]


def is_message(name: str) -> bool:
    """Whether a template is a message by itself, and not a part of others: those begin with an underscore."""
    return name.endswith(".jinja") and not Path(name).name.startswith("_") and not name.startswith(f"{OURS}/")


def _is_small(value: object) -> bool:
    return isinstance(value, int | float) and abs(value) <= LARGEST


def _range(*bounds: int) -> range:
    made = range(*bounds)
    if len(made) > LONGEST_RANGE:
        raise SecurityError(f"a range of more than {LONGEST_RANGE:,} is not allowed in a template")
    return made


Words = Callable[[Language], Mapping[str, object]]
"""What a template can say, in a language. One that goes to another process is a function of a module, or a partial."""

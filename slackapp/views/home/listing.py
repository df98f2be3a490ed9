"""A part of the Home with everything in it, over the Home."""

import json

from slackapp.language import Language
from slackapp.queries.home import A_PAGE, HomePart, Shown
from slackapp.views import action_values, blocks
from slackapp.views.blocks import Block, Element
from slackapp.views.home.parts import NAMES, lines, name, written

LIST = "home.list"


def listing(shown: Shown, _: Language) -> Block:
    """A page of it. Its metadata says which: by that it is made true after each step that begins in it."""
    found = lines(shown.part, shown.section, _)
    head = name(shown.part, shown.section, shown.together, _) if found else blocks.text(_("Nothing here any more."))
    turns = _turns(shown, _)
    about = json.dumps({"home": written(shown.part, shown.section.start)})
    body = [head, *found, *([blocks.divider(), blocks.actions(*turns)] if turns else [])]
    return blocks.modal(LIST, _(NAMES[shown.part]), body, close=_("Close"), about=about)


def read(value: str) -> tuple[HomePart, int]:
    """Which page a button asks for; a refusal for what never was one."""
    part, start = action_values.pair(value, "|")
    return action_values.word(HomePart, part), action_values.page(start)


def _turns(shown: Shown, _: Language) -> list[Element]:
    start, later = shown.section.start, shown.later
    back = blocks.button("home.earlier", _("Back"), written(shown.part, max(0, start - A_PAGE)))
    more = blocks.button("home.later", _("More"), written(shown.part, later or 0))
    return [*([back] if start else []), *([more] if later else [])]

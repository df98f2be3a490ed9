"""The lines of an area's history."""

from collections.abc import Callable, Mapping

from slackapp.language import Language
from slackapp.models.area_life import Verb
from slackapp.queries.areas import Entry, Told
from slackapp.views import blocks, rich
from slackapp.views.areas import buttons
from slackapp.views.areas.words import FIELDS
from slackapp.views.blocks import Block
from slackapp.views.message import Content
from slackapp.views.rich import Line

Say = Callable[[Entry, Language], Line]


def told(shown: Told, _: Language) -> Content:
    """A line for those who do not have the area before them: the teams' channels, and whoever owned it."""
    area = rich.line("{area} · {team}", _, area=rich.bold(shown.name), team=shown.team)
    line = line_of(shown.entry, _)
    row = blocks.actions(buttons.show(str(shown.area_id), _))
    return Content(rich.plain(area, line), (rich.block(area, line), row))


def more(shown: Told, _: Language) -> Block:
    """The way to the area, where the line stands among others."""
    return buttons.show(str(shown.area_id), _)


def line_of(entry: Entry, _: Language) -> Line:
    """What happened, in one sentence."""
    line = LINES[entry.verb](entry, _)
    return [*line, *rich.words(f": {entry.why}")] if entry.why else line


def _about(entry: Entry, name: str) -> str:
    return entry.about.get(name, "?")


def _added(entry: Entry, _: Language) -> Line:
    if part := entry.about.get("split_from"):
        return rich.line("{by} split it off from {area}", _, by=entry.by, area=part)
    if owner := entry.about.get("owner"):
        return rich.line("{by} registered it, with {owner} as its owner", _, by=entry.by, owner=owner)
    return rich.line("{by} registered it, without an owner", _, by=entry.by)


def _edited(entry: Entry, _: Language) -> Line:
    if team := entry.about.get("moved_from"):
        return rich.line("{by} moved it here from {team}", _, by=entry.by, team=team)
    if name := entry.about.get("former_name"):
        return rich.line("{by} renamed it; it was called {area}", _, by=entry.by, area=name)
    fields = [_(FIELDS[each]) for each in _about(entry, "fields").split(", ") if each in FIELDS]
    return rich.line("{by} changed: {fields}", _, by=entry.by, fields=", ".join(fields))


def _confirmed(entry: Entry, _: Language) -> Line:
    return rich.line("{by} confirms that it is theirs", _, by=entry.by)


def _disowned(entry: Entry, _: Language) -> Line:
    return rich.line("{by} says that it is not theirs", _, by=entry.by)


def _offered(entry: Entry, _: Language) -> Line:
    return rich.line("{by} offered it to {person}", _, by=entry.by, person=_about(entry, "to"))


def _accepted(entry: Entry, _: Language) -> Line:
    if former := entry.about.get("former"):
        return rich.line("{by} took it over from {person}", _, by=entry.by, person=former)
    return rich.line("{by} owns it now", _, by=entry.by)


def _refused(entry: Entry, _: Language) -> Line:
    return rich.line("{by} does not take it over", _, by=entry.by)


def _taken_back(entry: Entry, _: Language) -> Line:
    return rich.line("{by} took the offer to {person} back", _, by=entry.by, person=_about(entry, "to"))


def _expired(entry: Entry, _: Language) -> Line:
    return rich.line("{person} did not answer the offer", _, person=_about(entry, "to"))


def _moved(entry: Entry, _: Language) -> Line:
    teams = {"old": _about(entry, "moved_from"), "new": _about(entry, "team")}
    return rich.line("{by} moved it from {old} to {new}", _, by=entry.by, **teams)


def _split(entry: Entry, _: Language) -> Line:
    return rich.line("{by} split off {area}", _, by=entry.by, area=_about(entry, "part"))


def _merged(entry: Entry, _: Language) -> Line:
    if into := entry.about.get("into"):
        return rich.line("{by} made it a part of {area}", _, by=entry.by, area=into)
    return rich.line("{by} made {area} a part of it", _, by=entry.by, area=_about(entry, "part"))


def _retired(entry: Entry, _: Language) -> Line:
    return rich.line("{by} retired it", _, by=entry.by)


def _restored(entry: Entry, _: Language) -> Line:
    return rich.line("{by} brought it back", _, by=entry.by)


def _lost_owner(entry: Entry, _: Language) -> Line:
    return rich.line("{person}, who owned it, is no member here any more", _, person=_about(entry, "former"))


def _lost_backup(entry: Entry, _: Language) -> Line:
    return rich.line("{person}, its backup, is no member here any more", _, person=_about(entry, "former"))


def _lapsed(__: Entry, _: Language) -> Line:
    return rich.words(_("Nobody confirmed it, after two reminders and a question to the lead"))


LINES: Mapping[Verb, Say] = {
    Verb.ADD: _added,
    Verb.EDIT: _edited,
    Verb.CONFIRM: _confirmed,
    Verb.DISOWN: _disowned,
    Verb.OFFER: _offered,
    Verb.ACCEPT: _accepted,
    Verb.REFUSE: _refused,
    Verb.TAKE_BACK: _taken_back,
    Verb.EXPIRE: _expired,
    Verb.CLAIM: _accepted,
    Verb.MOVE: _moved,
    Verb.SPLIT: _split,
    Verb.MERGE: _merged,
    Verb.RETIRE: _retired,
    Verb.RESTORE: _restored,
    Verb.LOSE_OWNER: _lost_owner,
    Verb.LOSE_BACKUP: _lost_backup,
    Verb.LAPSE: _lapsed,
}

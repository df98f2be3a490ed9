"""The form in which a channel's digest is set up and changed, and what it reads back (DIG-5)."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from babel import Locale

from slackapp.holiday_calendars import first_weekday, of_zone
from slackapp.ids import ChannelId
from slackapp.language import N_, SUPPORTED, Language
from slackapp.models.digest_choices import DigestTerms, usual_sections
from slackapp.models.digests import QuietWeek, Section
from slackapp.queries.digests.settings import DigestStanding
from slackapp.views import blocks, inputs, weekdays
from slackapp.views.blocks import Block
from slackapp.views.digests import headings
from slackapp.views.teams import zones
from slackapp.views.typed import Typed

ON, OFF = "on", "off"
LOOKS: Mapping[str, str] = {
    "weekly": N_("Weekly: what a team needs on its Monday"),
    "compact": N_("Compact: a few lines"),
    "leadership": N_("Leadership: across all teams"),
}


def form(shown: DigestStanding, templates: Sequence[str], now: datetime, _: Language) -> Block:
    """Everything has a good value: whoever wants what most want presses one button."""
    is_new = shown.digest_id is None
    about = {"digest": shown.digest_id, "channel": shown.channel_id}
    return blocks.modal(
        "digest.settings",
        _("New digest") if is_new else _("Digest"),
        [*_where(shown, _), *_what(shown, templates, _), *_when(shown.choice, now, _), *_how(shown, _)],
        submit=_("Set up") if is_new else _("Save"),
        close=_("Cancel"),
        about=json.dumps({name: value for name, value in about.items() if value}),
    )


def with_template(shown: DigestStanding, template: str) -> DigestStanding:
    """The form after another template was chosen: the parts that it is made for are ticked."""
    return replace(shown, choice=replace(shown.choice, template=template, sections=usual_sections(template)))


def read(typed: Typed, channel: ChannelId | None) -> DigestTerms:
    """What was filled in; `channel` is the one of a digest that is there."""
    ticked, weekday = typed.ticked("sections"), typed.number("weekday")
    return DigestTerms(
        channel=channel or typed.channel("channel"),
        template=typed.chosen("digest.template") or "",
        sections=tuple(section for section in Section if section in ticked),
        team_ids=typed.numbers("teams"),
        weekday=weekday if weekday is not None else -1,
        at=typed.time("time"),
        tz=typed.chosen("tz"),
        locale=typed.among("locale", SUPPORTED, SUPPORTED[0]),
        quiet=typed.word("quiet", QuietWeek, QuietWeek.LINE),
        is_on=typed.chosen("state") != OFF,
    )


def _where(shown: DigestStanding, _: Language) -> list[Block]:
    if shown.digest_id is not None:
        return [blocks.context(f"#{shown.channel}"), *_notes(shown, _)]
    hint = _("Afspraak and you must be in it. It says only what everybody in that channel may see.")
    return [inputs.field("channel", _("Which channel?"), inputs.channel(shown.channel_id), hint=hint)]


def _notes(shown: DigestStanding, _: Language) -> list[Block]:
    return [blocks.context(note) for note in notes(shown, _)]


def notes(shown: DigestStanding, _: Language) -> list[str]:
    said = []
    if shown.is_idle:
        said.append(_("It does not come, since all teams that it covers are archived. Choose others."))
    if shown.is_narrow:
        said.append(
            _(
                "Guests or people of another organisation read along in this channel: the digest says only what stands "
                "in this channel anyway."
            )
        )
    return said


def _what(shown: DigestStanding, templates: Sequence[str], _: Language) -> list[Block]:
    choice = shown.choice
    offered = [blocks.option(_looks(name, _), name) for name in templates]
    teams = [blocks.option(name, str(team_id)) for team_id, name in shown.teams]
    parts = [blocks.option(_(headings.SECTIONS[section][1]), section) for section in Section]
    ticked = [section.value for section in choice.sections]
    # Another name for each template, so that its own parts are ticked and not those that were ticked before.
    boxes = {**inputs.checkboxes(parts, ticked), "action_id": f"sections.{choice.template}"}
    return [
        inputs.field("digest.template", _("How does it look?"), inputs.select(offered, choice.template), dispatch=True),
        inputs.field(
            "teams",
            _("About which teams?"),
            inputs.searches("team", teams),
            hint=_("Leave it empty for all teams."),
            optional=True,
        ),
        inputs.field("sections", _("What does it tell?"), boxes, hint=_("Where there is nothing, nothing is said.")),
    ]


def _when(choice: DigestTerms, now: datetime, _: Language) -> list[Block]:
    days = weekdays.options(_, first_weekday(of_zone(choice.tz or "")))
    zone = zones.option(choice.tz, now) if choice.tz else None
    return [
        inputs.field("weekday", _("On which day?"), inputs.select(days, str(choice.weekday))),
        inputs.field("time", _("At what time?"), inputs.time_of_day(choice.at)),
        inputs.field("tz", _("Time zone"), inputs.search("time_zone", zone)),
    ]


def _how(shown: DigestStanding, _: Language) -> list[Block]:
    choice = shown.choice
    languages = [blocks.option((Locale.parse(code).display_name or code).capitalize(), code) for code in SUPPORTED]
    quiet = [
        blocks.option(_("Say so in one line"), QuietWeek.LINE),
        blocks.option(_("Post nothing"), QuietWeek.NOTHING),
    ]
    states = [blocks.option(_("It comes every week"), ON), blocks.option(_("It does not come for now"), OFF)]
    state = inputs.field("state", _("On or off?"), inputs.select(states, ON if choice.is_on else OFF))
    return [
        inputs.field("locale", _("Language"), inputs.select(languages, Language.of(choice.locale).code)),
        inputs.field("quiet", _("In a quiet week?"), inputs.select(quiet, choice.quiet)),
        *([state] if shown.digest_id is not None else []),
    ]


def _looks(template: str, _: Language) -> str:
    """A built-in one in the reader's words; an organisation's own by its name."""
    return _(LOOKS[template]) if template in LOOKS else template

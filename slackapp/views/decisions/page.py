"""The page of a decision: everything that its reader may know, and what they can do about it (DEC-5)."""

import json

from slackapp.language import Language
from slackapp.language.shortening import shorten
from slackapp.queries.decisions import DecisionCard, DecisionLink, DecisionPage, ShownVoice
from slackapp.references import DECISION
from slackapp.views import blocks, pages, rich
from slackapp.views.blocks import Block
from slackapp.views.decisions import buttons
from slackapp.views.decisions.facts import facts, heading, status
from slackapp.views.decisions.labels import SIGNS, STANCES, STATES
from slackapp.views.decisions.steps import STEPS
from slackapp.views.decisions.submitting import titled
from slackapp.views.rich import Line

VOICES = 40  # beside a long history, in a page's hundred blocks


def page(shown: DecisionPage, _: Language) -> Block:
    """The decision, its chain, what was said, its history, and this reader's buttons."""
    card = shown.card
    return blocks.modal(
        "decision.page",
        card.ref,
        [
            blocks.header(heading(card, _)),
            *pages.long_title(card.title),
            rich.block(status(card, _), *facts(card, _)),
            *_chain(shown, _),
            *pages.texts(
                [
                    (_("Decision"), card.text),
                    (_("Context"), card.context),
                    (_("Options that were weighed"), card.options),
                    (_("How it turned out"), card.turned_out),
                ]
            ),
            *_actions(shown, _),
            *_voices(card, _),
            blocks.divider(),
            *pages.history(shown.history, STEPS, _),
        ],
        close=_("Close"),
        about=json.dumps({"page": card.id}),
    )


def _chain(shown: DecisionPage, _: Language) -> list[Block]:
    if not shown.earlier and not shown.later:
        return []
    links = [*reversed(shown.later), *shown.earlier]
    later, earlier = ([_link(each, _) for each in some] for some in (reversed(shown.later), shown.earlier))
    lines = [*later, _here(shown.card, _), *earlier]
    options = [blocks.option(titled(each), str(each.id)) for each in links if each.title]
    go_to = blocks.choice("decision.go_to", options[:100], placeholder=_("Show another of the chain"))
    chain = [rich.block(rich.bold(_("Chain, the newest first"))), rich.bullets(lines)]
    return [*chain, *([blocks.actions(go_to)] if options else [])]


def _link(other: DecisionLink, _: Language) -> Line:
    title = shorten(other.title, 150) if other.title else _("which you may not see")
    sign, state = SIGNS[other.state], _(STATES[other.state])
    return rich.joined([rich.bold(DECISION.of(other.number)), rich.words(title), rich.words(f"{sign} {state}")])


def _here(card: DecisionCard, _: Language) -> Line:
    return rich.joined([rich.bold(card.ref), rich.words(_("this one"))])


def _actions(shown: DecisionPage, _: Language) -> list[Block]:
    card = shown.card
    row = [
        *buttons.answers(shown.verbs, card.id, _),
        *buttons.of_decider(shown.verbs, card, _),
        *buttons.reviewer(shown.verbs, card.id, _),
        *([blocks.button("decision.versions", _("Versions"), f"{card.id}:{card.version}")] if card.version > 1 else []),
        buttons.menu(shown.verbs, card.id, _),
    ]
    kept = [each for each in row if each]
    return [blocks.actions(*kept, block_id="steps")] if kept else []


def _voices(card: DecisionCard, _: Language) -> list[Block]:
    # Who was consulted on a decision that was only recorded stands among its facts.
    if not card.voices or card.is_recorded:
        return []
    lines = [_voice(each, _) for each in card.voices[:VOICES]]
    left_out = len(card.voices) - VOICES
    more = [blocks.context(_.many("and {n} more", "and {n} more", left_out))] if left_out > 0 else []
    return [rich.block(rich.bold(_("Consulted"))), rich.bullets(lines), *more]


def _voice(said: ShownVoice, _: Language) -> Line:
    if said.stand_in:
        return rich.line("{person} is away; {stand_in} stands in", _, person=said.name, stand_in=said.stand_in)
    stance = _(STANCES[said.stance])
    line = [*rich.bold(said.name), *rich.words(f" {stance}")]
    return [*line, *rich.words(f": {shorten(said.reason, 500)}")] if said.reason else line

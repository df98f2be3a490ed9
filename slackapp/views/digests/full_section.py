"""All of a section of a digest, one page at a time: what is behind "Show all" (DIG-3)."""

from slackapp.language import Language
from slackapp.models.digests import ItemKind, Section
from slackapp.queries.digests.content import DigestPart, Everything, Line
from slackapp.views import action_values, blocks, rich
from slackapp.views.blocks import Block, Element
from slackapp.views.digests import headings, lines
from slackapp.views.digests.reader import Reader


def value_of(digest_id: int, section: Section, page: int) -> str:
    """A page of a section as the value of a button; `wanted` takes it back."""
    return f"{digest_id}:{section}:{page}"


def wanted(said: str) -> tuple[int, Section, int]:
    """The digest, the section and the page that a button asks for. A refusal for what never was one."""
    digest_id, section, page = action_values.parts(said, 3, ":")
    return action_values.number(digest_id), action_values.word(Section, section), action_values.page(page)


def everything(digest_id: int, shown: Everything, _: Language) -> Block:
    part = shown.part
    name = _(headings.SECTIONS[part.section][1])
    pages = _pages(digest_id, shown, _)
    return blocks.modal(
        "digest.all",
        _("Show all"),
        [
            blocks.header(f"{name} ({_.number(part.total)})"),
            *_lines(part, _),
            *([blocks.actions(*pages)] if pages else []),
        ],
        close=_("Close"),
    )


def _lines(part: DigestPart, _: Language) -> list[Block]:
    items = [
        block for item in part.lines for block in (rich.block(lines.line(item, _)), blocks.actions(_show(item, _)))
    ]
    between = [rich.block(lines.stuck(pair, Reader(_))) for pair in part.between]
    kept = [rich.block(lines.kept(team, Reader(_))) for team in part.kept]
    return [*items, *between, *kept] or [blocks.text(_("Nothing here."))]


def _show(item: Line, _: Language) -> Element:
    """To the item's own page, where everything can be done with it; whoever may not see that is told so."""
    label, value = _("Show"), str(item.id)
    match item.kind:
        case ItemKind.REQUEST:
            return blocks.button("request.show", label, value)
        case ItemKind.DECISION:
            return blocks.button("decision.show", label, value)
        case ItemKind.AREA:
            return blocks.button("area.show", label, value)
        case ItemKind.ROUND:
            return blocks.button("checkin.round", label, value)


def _pages(digest_id: int, shown: Everything, _: Language) -> list[Element]:
    section = shown.part.section
    buttons: list[Element] = []
    if shown.page > 0:
        buttons.append(blocks.button("digest.all_earlier", _("Back"), value_of(digest_id, section, shown.page - 1)))
    if shown.page + 1 < shown.pages:
        buttons.append(blocks.button("digest.all_later", _("More"), value_of(digest_id, section, shown.page + 1)))
    return buttons

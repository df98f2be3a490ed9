"""What a person reads: mentions as names, dates of their own, markup as text."""

import pytest

from sandbox.rendering import mrkdwn, plain, rich
from sandbox.rendering.spans import as_text
from tests.sandbox.conftest import Polder

pytestmark = pytest.mark.anyio
NINE_IN_AMSTERDAM = 1795507200  # Tuesday 24 November 2026, 08:00 UTC


async def test_mentions_are_names(polder: Polder) -> None:
    group = polder.workspace.group("design-team")
    text = f"<@{polder.jan.person.id}> of <!subteam^{group.id}> in <#{polder.design.id}> <!here>"
    shown = as_text(mrkdwn.paragraphs(polder.sanne.reader, text))
    assert shown == "@Jan Smit of @design-team in #design @here"


async def test_private_channel_has_no_name_for_who_is_not_in_it(polder: Polder) -> None:
    text = f"<#{polder.secret.id}>"
    assert as_text(mrkdwn.paragraphs(polder.sanne.reader, text)) == "#private-channel"
    assert as_text(mrkdwn.paragraphs(polder.jan.reader, text)) == "#secret"


async def test_date_is_shown_in_the_zone_and_language_of_the_reader(polder: Polder) -> None:
    text = f"<!date^{NINE_IN_AMSTERDAM}^{{date_long}} {{time}}|later>"
    assert as_text(mrkdwn.paragraphs(polder.sanne.reader, text)) == "dinsdag 24 november 2026 09:00"
    assert "Tuesday, November 24, 2026 3:00" in as_text(mrkdwn.paragraphs(polder.jan.reader, text))


async def test_near_dates_have_words(polder: Polder) -> None:
    text = f"<!date^{NINE_IN_AMSTERDAM}^{{date_short_pretty}}|later>"
    assert as_text(mrkdwn.paragraphs(polder.sanne.reader, text)) == "morgen"


async def test_markup_becomes_style(polder: Polder) -> None:
    spans = mrkdwn.paragraphs(polder.sanne.reader, "*bold* _it_ ~no~ `x*y*` a*b*c :eyes: 3 &lt; 4")[0].spans
    assert "".join(span.text for span in spans) == "bold it no x*y* a*b*c 👀 3 < 4"
    assert [span.text for span in spans if span.bold] == ["bold"]
    assert [span.text for span in spans if span.kind == "code"] == ["x*y*"]


async def test_quotes_and_fences_are_paragraphs_of_their_own(polder: Polder) -> None:
    shown = mrkdwn.paragraphs(polder.sanne.reader, "&gt; said\nso\n```a\nb```\nend")
    assert [(p.shape, p.text) for p in shown] == [
        ("quote", "> said"),
        ("plain", "so"),
        ("code", "a\nb"),
        ("plain", "end"),
    ]


async def test_rich_text_shows_what_was_typed_to_the_letter(polder: Polder) -> None:
    elements = [{"type": "text", "text": "<!channel> *_~ &amp;"}, {"type": "user", "user_id": polder.jan.person.id}]
    listed = {"type": "rich_text_list", "style": "ordered", "elements": [{"elements": elements}]}
    shown = rich.paragraphs(polder.sanne.reader, {"type": "rich_text", "elements": [listed]})
    assert as_text(shown) == "1. <!channel> *_~ &amp;@Jan Smit"


async def test_blocks_read_like_a_page(polder: Polder) -> None:
    blocks: list[dict[str, object]] = [
        {"type": "header", "text": {"type": "plain_text", "text": "R-1"}},
        {"type": "section", "fields": [{"type": "mrkdwn", "text": "*Owner*\nnobody"}]},
        {"type": "divider"},
        {"type": "context", "elements": [{"type": "plain_text", "text": ":lock: private"}]},
    ]
    assert plain.blocks(polder.sanne.reader, blocks, {}) == "R-1\nOwner\nnobody\n───\n🔒 private"

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slackapp.ids import ChannelId, GroupId, UserId
from slackapp.language import mentions, tokens
from slackapp.language.escaping import escape, unescape
from slackapp.language.mentions import ChannelMention, GroupMention, LinkMention, PersonMention


@given(st.text())
def test_what_was_escaped_comes_back_and_held_no_markup(text: str) -> None:
    assert unescape(escape(text)) == text
    assert not {"<", ">"} & set(escape(text))


def test_only_three_characters_are_escaped() -> None:
    assert escape("""<!channel> & "it's" *bold*""") == """&lt;!channel&gt; &amp; "it's" *bold*"""


def test_a_typed_entity_is_not_unescaped_twice() -> None:
    assert unescape("&amp;lt;") == "&lt;"


def test_people_channels_groups_and_links_are_read_in_their_order() -> None:
    read = mentions.read("<@U1|jan> asks <#C1|design>, <!subteam^S1|@crew> see <https://x.nl/?a=1&amp;b=2|x>")
    assert read == [
        PersonMention(UserId("U1"), "jan"),
        " asks ",
        ChannelMention(ChannelId("C1"), "design"),
        ", ",
        GroupMention(GroupId("S1"), "crew"),
        " see ",
        LinkMention("https://x.nl/?a=1&b=2", "x"),
    ]


def test_a_private_channel_has_no_name() -> None:
    assert mentions.read("<#C1|>") == [ChannelMention(ChannelId("C1"))]
    assert mentions.read("<@U1>") == [PersonMention(UserId("U1"))]


@pytest.mark.parametrize(
    ("sent", "seen"),
    [
        ("ask <@U1|jan> in <#C1|design>", "ask @jan in #design"),
        ("<!here> and <!channel|@channel>", "@here and @channel"),
        ("<!date^1392734382^{date}|18 February>", "18 February"),
        ("mail <mailto:a@b.nl|a@b.nl>", "mail a@b.nl"),
        ("1 &lt; 2 &amp;&amp; <nothing>", "1 < 2 && <nothing>"),
        ("", ""),
    ],
)
def test_a_command_reads_as_its_writer_saw_it(sent: str, seen: str) -> None:
    assert mentions.plain(sent) == seen


@given(st.text())
def test_whatever_a_person_types_comes_out_as_typed(text: str) -> None:
    assert mentions.plain(escape(text)) == text


@given(st.text(alphabet="<>@#!^|:& Ua"))
def test_no_broken_markup_makes_reading_fail(text: str) -> None:
    mentions.plain(text)


def test_names_dates_and_links_are_written_for_slack() -> None:
    at = datetime(2026, 1, 5, 13, 30, tzinfo=UTC)
    assert tokens.mention(UserId("U1")) == "<@U1>"
    assert tokens.channel(ChannelId("C1")) == "<#C1>"
    assert tokens.group(GroupId("S1")) == "<!subteam^S1>"
    assert tokens.moment(at, "Mon 5 Jan") == "<!date^1767619800^{date_short_pretty} {time}|Mon 5 Jan>"


@given(st.text(), st.text(alphabet="|<>a:/\n"))
def test_no_label_or_address_breaks_out_of_its_link(label: str, url: str) -> None:
    inside = tokens.link(f"https://x.nl/{url}", label)[1:-1]
    assert inside.count("|") == 1
    assert not {"<", ">", "\n"} & set(inside)


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError):
        tokens.moment(datetime(2026, 1, 5), "Monday")  # noqa: DTZ001 the naive moment is the point

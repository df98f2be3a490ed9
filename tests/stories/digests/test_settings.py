"""A channel chooses its digest, changes it, turns it off and on (DIG-1, DIG-5)."""

from typing import Any

import pytest

from tests.stories.digests.office import Office


def test_one_button_sets_up_what_most_channels_want(office: Office) -> None:
    """DIG-1, DIG-5."""
    office.noor.types("/digest", office.design)
    assert "#design has no digest yet." in office.noor.sees(office.design)
    office.noor.presses("Set up a digest")
    office.noor.submits()
    assert "This is the digest of #design." in office.noor.form
    assert "It comes every Monday at 09:00 (Amsterdam); next: 30 Nov 2026 09:00." in office.noor.form


def test_the_form_begins_with_what_fits_the_team_that_lives_there(office: Office) -> None:
    office.sanne.types("/digest settings", office.marketing)
    form = office.sanne.form
    assert "Marketing" in form
    assert "New York (America/New_York" in form
    assert "Nederlands" in form


def test_the_form_of_one_that_is_there_shows_how_it_is_set(office: Office) -> None:
    office.sets_up(office.noor, office.design, weekday="Thursday", time="16:30", quiet="Post nothing")
    office.noor.closes()
    office.noor.types("/digest settings", office.design)
    assert "On which day?: Thursday\nAt what time?: 16:30" in office.noor.form
    assert "In a quiet week?: Post nothing" in office.noor.form
    office.noor.fills(weekday="Friday").submits()
    assert "It comes every Friday at 16:30" in office.noor.form


def test_another_template_ticks_its_own_parts_and_keeps_the_rest(office: Office) -> None:
    office.noor.types("/digest settings", office.general)
    office.noor.fills(time="08:15")
    office.noor.chooses("digest.template", "leadership")
    assert "Waiting between teams" in office.noor.form
    assert "Asked of us" not in office.noor.form
    assert "At what time?: 08:15" in office.noor.form
    office.noor.submits()
    assert "It comes every Monday at 08:15" in office.noor.form


def test_a_digest_is_turned_off_and_on_again(office: Office) -> None:
    office.sets_up(office.noor, office.design)
    office.sets_up(office.noor, office.design, state="off")
    assert "It does not come for now." in office.noor.form
    office.house.moves_to("2026-12-01 09:00")
    assert office.editions(office.design) == []
    office.noor.closes()
    office.sets_up(office.noor, office.design, state="on")
    office.house.moves_to("2026-12-08 09:00")
    assert len(office.editions(office.design)) == 1


def test_it_is_set_up_from_direct_messages_for_any_channel(office: Office) -> None:
    office.noor.types("/digest settings")
    assert "Which channel?" in office.noor.form
    office.noor.fills(channel=office.design, tz="Europe/Amsterdam").submits()
    assert "This is the digest of #design." in office.noor.form


def test_what_cannot_be_is_said_at_its_field_and_nothing_typed_is_lost(office: Office) -> None:
    office.house.channel("silent", [office.noor], with_app=False)
    office.house.channel("lunch", [office.jan])
    office.noor.types("/digest settings", office.general)
    office.noor.fills(time="08:15")
    atlantis = {"text": {"type": "plain_text", "text": "Atlantis"}, "value": "Atlantic/Atlantis"}
    bad: list[tuple[str, Any, Any]] = [
        ("sections", [], ["Needs attention"]),
        ("tz", atlantis, "Europe/Amsterdam"),
        ("tz", None, "Europe/Amsterdam"),
        ("channel", "silent", office.general),
        ("channel", "lunch", office.general),
        ("time", None, "08:15"),
    ]
    told = []
    for field, wrong, right in bad:
        office.noor.fills(**{field: wrong}).submits()
        told.append(list(office.noor.errors))
        office.noor.fills(**{field: right})
    office.noor.submits()
    assert told == [[field] for field, _, _ in bad]
    assert "It comes every Monday at 08:15" in office.noor.form


def test_a_team_that_is_gone_meanwhile_is_told_at_its_field(office: Office) -> None:
    office.noor.types("/digest settings", office.design)
    office.kim.types("/teams Support")
    office.kim.presses("Archive this team")
    office.noor.fills(teams=[_option("Support", "3")]).submits()
    assert office.noor.errors == {"teams": "One of these teams does not exist any more. Choose again."}


def test_a_channel_has_one_digest_and_the_second_who_sets_one_up_is_told(office: Office) -> None:
    for who in (office.noor, office.jan):
        who.types("/digest settings", office.general)
    office.noor.submits()
    office.jan.submits()
    assert office.jan.errors["channel"].startswith("#general has a digest already.")


def test_where_a_team_lives_its_lead_and_the_administrators_set_it_up(office: Office) -> None:
    office.jan.types("/digest settings", office.design)
    told = "Design lives in this channel: noor, who leads it, and the workspace’s administrators set up its digest."
    assert told in office.jan.sees(office.design)
    office.jan.types("/digest", office.design)
    assert "noor, who leads Design, can set one up." in office.jan.sees(office.design)
    boss = office.house.person("Bob Boss", is_admin=True)
    office.house.knows_everybody()
    boss.joins(office.design)
    office.sets_up(boss, office.design)


def test_who_is_not_in_the_channel_cannot_set_it_up(office: Office) -> None:
    boss = office.house.person("Bob Boss", is_admin=True)
    boss.types("/digest settings", office.design)
    boss.submits()
    assert boss.errors["channel"].startswith("Join this channel first")


def test_a_guest_sets_up_nothing(office: Office) -> None:
    guest = office.house.person("Gus Guest", is_guest=True)
    room = office.house.channel("room", [guest])
    guest.types("/digest settings", room)
    assert "Guests can read a digest, but not set one up." in guest.sees(room)


@pytest.mark.parametrize("command", ["/digest", "/digest settings"])
def test_where_the_app_is_not_it_says_what_to_do(office: Office, command: str) -> None:
    silent = office.house.channel("silent", [office.noor], with_app=False)
    office.noor.types(command, silent)
    assert "Type /invite @Afspraak here" in office.noor.sees(silent)


def test_in_direct_messages_a_preview_says_where_it_belongs(office: Office) -> None:
    office.sanne.types("/digest")
    assert "Een weekoverzicht hoort bij een kanaal." in office.sanne.dm


def test_in_a_message_of_a_few_it_says_the_same_and_the_form_asks_for_a_channel(office: Office) -> None:
    few = office.house.channel("mpdm-noor--sanne--jan-1", [office.noor], private=True, with_app=False)
    office.noor.types("/digest", few)
    assert "A digest belongs to a channel." in office.noor.sees(few)
    assert "/invite" not in office.noor.sees(few)
    office.noor.types("/digest settings", few)
    assert "Which channel?" in office.noor.form


def test_what_is_not_understood_is_answered_with_what_one_can_type(office: Office) -> None:
    office.noor.types("/digest everything", office.design)
    assert "/digest settings – set it up or change it" in office.noor.sees(office.design)


def test_in_a_channel_shared_with_others_one_is_told_what_that_means(office: Office) -> None:
    shared = office.house.channel("with-bakery", [office.noor], shared=True)
    office.sets_up(office.noor, shared)
    assert "Guests or people of another organisation read along in this channel" in office.noor.form


def test_a_new_zone_brings_no_second_one_on_the_same_day(office: Office) -> None:
    """DIG-7."""
    office.sets_up(office.noor, office.design)
    office.house.moves_to("2026-11-30 10:00")
    office.noor.closes()
    office.sets_up(office.noor, office.design, tz="America/New_York")
    office.house.moves_to("2026-12-01 09:00")
    assert len(office.editions(office.design)) == 1
    office.house.moves_to("2026-12-08 09:00")
    assert len(office.editions(office.design)) == 2


def _option(text: str, value: str) -> dict[str, Any]:
    return {"text": {"type": "plain_text", "text": text}, "value": value}

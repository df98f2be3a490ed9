"""One command for all, and Slack by socket in place of HTTP."""

import pytest

from tests.stories.driver import House

ON_ONE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
"""What no database sees is told once."""


@ON_ONE
def test_the_command_with_the_name_of_the_app_stands_for_each_other(house: House) -> None:
    jan = house.person("Jan Smit")
    design = house.channel("design", [jan])
    house.team("Design", lead=jan, channel=design)
    jan.types("/afspraak request #design A new banner", design)
    assert "A new banner" in jan.form


@ON_ONE
@pytest.mark.parametrize("words", ["", "help", "hello"])
def test_alone_it_lists_the_commands_in_the_language_of_the_reader(house: House, words: str) -> None:
    sanne = house.person("Sanne de Vries", locale="nl-NL")
    design = house.channel("design", [sanne])
    sanne.types(f"/afspraak {words}", design)
    assert "/request" in sanne.sees(design)
    assert "Vraag een ander team om iets" in sanne.sees(design)


@pytest.mark.parametrize("connection", ["socket"])
def test_everything_works_by_socket_as_well(house: House) -> None:
    jan = house.person("Jan Smit")
    sanne = house.person("Sanne de Vries")
    design = house.channel("design", [jan, sanne])
    house.team("Design", lead=jan, channel=design)
    sanne.types("/request #design", design)
    sanne.fills(title="A new banner", why="The launch", needed_by="2026-11-30").submits()
    assert not sanne.form
    assert "A new banner" in jan.sees(design)

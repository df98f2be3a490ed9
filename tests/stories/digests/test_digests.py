"""Issue 8, as it is told: three channels, one Monday."""

from datetime import datetime

from tests.stories.digests.office import Office
from tests.stories.driver.house import AMSTERDAM


def test_on_monday_each_of_three_channels_gets_its_own_and_one_reading_is_enough_to_act(office: Office) -> None:
    office.sets_up(office.noor, office.design)
    office.sets_up(office.sanne, office.marketing)
    leads = office.house.channel("leads", [office.noor, office.sanne, office.kim], private=True)
    office.sets_up(office.noor, leads, **{"digest.template": "leadership"})
    office.sanne.closes()
    office.asks("New banner")
    office.asks("A colleague's leave", privacy=["private"])
    office.asks("Behind the door", team="Support")

    house = office.house
    house.moves_to("2026-11-30 08:59")
    house.clock.move_to(datetime(2026, 11, 30, 9, 0, tzinfo=AMSTERDAM))
    house.loop.run(house.app.ticker.once())
    office.restarts()
    house.moves_to("2026-11-30 14:59")
    assert [len(office.editions(each)) for each in (office.design, leads, office.marketing)] == [1, 1, 0]
    house.moves_to("2026-11-30 15:01")
    assert [len(office.editions(each)) for each in (office.design, leads, office.marketing)] == [1, 1, 1]

    read = {
        "design": office.digest(office.jan, office.design),
        "leads": office.digest(office.kim, leads),
        "marketing": office.digest(office.sanne, office.marketing),
    }
    assert all("New banner" in shown for shown in read.values()), read
    assert not any("leave" in shown or "Behind the door" in shown for shown in read.values()), read
    assert "[Aannemen]" in read["marketing"]

    office.jan.presses("request.accept", on=office.editions(office.design)[-1])
    office.jan.fills(promised="2026-12-18").submits()
    office.restarts()
    house.passes(minutes=5)
    for reader, where in ((office.jan, office.design), (office.kim, leads), (office.sanne, office.marketing)):
        assert "[Accept]" not in office.digest(reader, where)
        assert len(office.editions(where)) == 1
    assert "jan" in office.digest(office.jan, office.design)

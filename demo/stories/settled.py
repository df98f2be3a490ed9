"""Requests that came to their end: done and confirmed, declined, withdrawn."""

from demo.steps import accepts, asks, presses, replies, tells
from demo.stories.line import Line

EXPORT = "CSV export of last year’s invoices"
PHOTOS = "Nieuwe foto’s voor de teampagina"
PASSWORDS = "Accounts voor tien seizoenskrachten"
BANNER = "Banner for the autumn sale"
NOTES = "Release notes for 4.2 in plain language"

LINES = [
    # Asked, done, confirmed.
    Line(
        -14,
        "10:40",
        "Amy",
        asks(
            "Product",
            EXPORT,
            why="Forty customers ask for it each January, and we build every file by hand.",
            by=-9,
            customer="Waterland Cruises",
        ),
    ),
    Line(-14, "11:25", "Daan", accepts(EXPORT, promises=-9)),
    Line(-13, "09:30", "Daan", presses(EXPORT, "request.start")),
    Line(-10, "15:10", "Daan", presses(EXPORT, "request.finish")),
    Line(-10, "15:55", "Amy", presses(EXPORT, "request.confirm")),
    # Declined, with the reason.
    Line(
        -13,
        "10:05",
        "Fatima",
        asks(
            "Marketing", PHOTOS, why="Drie van ons staan er nog niet op, en kandidaten kijken daar als eerste.", by=-8
        ),
    ),
    Line(
        -13,
        "16:20",
        "Luis",
        tells(
            PHOTOS,
            "request.decline",
            reason="The photographer comes once a quarter, next on the second Tuesday of the new one.",
        ),
    ),
    # In Dutch from the beginning to the end.
    Line(
        -12,
        "09:15",
        "Joris",
        asks(
            "IT",
            PASSWORDS,
            why="Ze beginnen maandag en kunnen zonder account geen ticket openen.",
            by=-9,
            priority="high",
        ),
    ),
    Line(-12, "09:50", "Noor", accepts(PASSWORDS, promises=-10)),
    Line(-10, "11:00", "Noor", presses(PASSWORDS, "request.finish")),
    Line(-10, "11:20", "Joris", presses(PASSWORDS, "request.confirm")),
    # Withdrawn by who asked.
    Line(-11, "15:45", "Priya", asks("Product", BANNER, why="The sale starts in two weeks.", by=-4)),
    Line(-11, "16:30", "Sanne", accepts(BANNER, promises=-4)),
    Line(
        -8,
        "15:20",
        "Priya",
        tells(BANNER, "request.withdraw", reason="The sale moved to January, together with the launch."),
    ),
    # Blocked between teams, lifted, reopened, and done after all.
    Line(
        -10,
        "12:10",
        "Tom",
        asks("Product", NOTES, why="Customers read them to us over the phone and ask what they mean.", by=-5),
    ),
    Line(-9, "09:40", "Jan", accepts(NOTES, promises=-5)),
    Line(
        -8,
        "10:15",
        "Jan",
        tells(NOTES, "request.block", what="The new names of the three plans are not final.", team="Marketing"),
    ),
    Line(-8, "16:05", "Grace", presses(NOTES, "request.unblock")),
    Line(-6, "14:30", "Jan", presses(NOTES, "request.finish")),
    Line(-5, "10:20", "Tom", tells(NOTES, "request.reopen", reason="The page for partners still has the old text.")),
    Line(-4, "11:45", "Jan", presses(NOTES, "request.finish")),
    Line(-4, "13:05", "Tom", presses(NOTES, "request.confirm")),
    Line(-4, "13:10", "Amy", replies("team-product", NOTES, "Three calls fewer today already. Thank you!")),
]

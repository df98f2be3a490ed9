"""Decisions: one that was objected to and decided, one that was rejected, and one that waits for answers."""

from demo.steps import presses, proposes, tells
from demo.stories.line import Line

DOWNTIME = "Planned downtime is announced three days ahead"
INBOX = "One shared inbox for all teams"
ANSWER = "Klanten krijgen binnen een werkdag antwoord"

LINES = [
    # Objected to, and decided with a word on the objection.
    Line(
        -12,
        "11:30",
        "Amy",
        proposes(
            DOWNTIME,
            text="IT tells Support and Marketing three working days before anything is switched off.",
            decider="Sanne",
            consulted=["Bram", "Luis"],
            teams=["Support", "IT", "Marketing"],
            until=-8,
        ),
    ),
    Line(
        -12, "14:10", "Bram", tells(DOWNTIME, "decision.object", reason="Niet voor beveiliging: die kan niet wachten.")
    ),
    Line(-12, "16:15", "Luis", presses(DOWNTIME, "decision.agree")),
    Line(-9, "10:20", "Sanne", tells(DOWNTIME, "decision.decide", reason="Security fixes are the exception.")),
    # Rejected.
    Line(
        -10,
        "16:40",
        "Grace",
        proposes(
            INBOX,
            text="All questions of customers come into one inbox that the four teams read in turn.",
            decider="Amy",
            consulted=["Tom", "Sanne"],
            teams=["Support", "Marketing", "Product"],
            until=-6,
        ),
    ),
    Line(-9, "11:05", "Tom", tells(INBOX, "decision.object", reason="Then nobody owns an answer.")),
    Line(-7, "13:15", "Amy", tells(INBOX, "decision.reject", reason="We keep one owner for each question.")),
    # Waiting, with an objection.
    Line(
        -2,
        "11:20",
        "Sanne",
        proposes(
            ANSWER,
            text="Elke vraag krijgt binnen een werkdag een eerste antwoord, ook als dat “we zoeken het uit” is.",
            decider="Amy",
            consulted=["Joris", "Daan"],
            teams=["Support", "Product"],
            until=2,
        ),
    ),
    Line(-2, "13:30", "Joris", presses(ANSWER, "decision.agree")),
    Line(-1, "10:15", "Daan", tells(ANSWER, "decision.object", reason="Niet in de week van een release.")),
]

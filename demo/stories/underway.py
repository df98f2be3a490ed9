"""Requests as they stand on the day on which the demo opens: one in each state, and some that are late."""

from demo.steps import accepts, asks, chooses, offers, presses, tells
from demo.stories.line import Line

LANDING = "Landing page for the spring launch"
QUESTIONS = "De drie vragen die klanten het vaakst stellen"
FAIR = "Demo-account voor de beurs in Utrecht"
STATUS = "Status page in Dutch"
REFUND = "A kinder text for cancelled trips"
BOOKKEEPING = "Koppeling met de boekhouding nakijken"
SALARY = "Access to the salary tool for a new lead"
NEWSLETTER = "Customer list for the newsletter"
MAIL = "Vertaling van de storingsmail"
SCREENSHOTS = "Screenshots of the new planner"

LINES = [
    # Blocked by another team.
    Line(
        -7,
        "16:10",
        "Grace",
        asks(
            "Product",
            LANDING,
            why="The campaign is booked. Without a page the first thousand visitors land on the old shop.",
            by=4,
            priority="high",
            link="https://polder.example/spring",
        ),
    ),
    Line(-6, "09:20", "Daan", accepts(LANDING, promises=3)),
    Line(-5, "13:40", "Daan", presses(LANDING, "request.start")),
    Line(
        -2,
        "10:30",
        "Daan",
        tells(LANDING, "request.block", what="spring.polder.example does not exist yet.", team="IT"),
    ),
    # Waiting for an answer of the requester.
    Line(
        -4,
        "09:35",
        "Sanne",
        asks("Support", QUESTIONS, why="We maken er de eerste pagina van de nieuwe hulp van.", by=5),
    ),
    Line(
        -3, "11:15", "Joris", chooses(QUESTIONS, "ask", question="Over welke periode: dit kwartaal of het hele jaar?")
    ),
    # Another date is proposed.
    Line(
        -3,
        "14:00",
        "Joris",
        asks("IT", FAIR, why="Op de beurs willen we met echte gegevens laten zien hoe plannen werkt.", by=3),
    ),
    Line(-2, "15:25", "Bram", offers(FAIR, day=5, why="Noor bouwt hem, en zij is donderdag weer terug.")),
    # Accepted, and not begun.
    Line(-3, "10:45", "Tom", asks("Product", STATUS, why="Half of our callers do not read English.", by=4)),
    Line(-2, "09:30", "Jan", accepts(STATUS, promises=3)),
    # Nobody answers.
    Line(
        -4,
        "17:05",
        "Amy",
        asks("Marketing", REFUND, why="People who lost their holiday get a text that sounds like a fine.", by=1),
    ),
    # Promised, and late.
    Line(-6, "10:10", "Daan", asks("IT", BOOKKEEPING, why="Sinds de update staan er dubbele facturen in.", by=-2)),
    Line(-6, "11:40", "Noor", accepts(BOOKKEEPING, promises=-2)),
    Line(-5, "09:25", "Noor", presses(BOOKKEEPING, "request.start")),
    # Private: only the lead, the owner and who asked see it.
    Line(
        -3,
        "09:10",
        "Sanne",
        asks("IT", SALARY, why="From the first of the month. Not announced yet.", by=2, privacy="private"),
    ),
    Line(-2, "10:05", "Bram", accepts(SALARY, promises=2)),
    # Handed over to a team that has to say yes itself.
    Line(-2, "15:50", "Luis", asks("Support", NEWSLETTER, why="The January issue goes to customers first.", by=4)),
    Line(
        -1,
        "11:10",
        "Amy",
        chooses(NEWSLETTER, "hand_over", team="IT", reason="The list lives in the booking system; IT exports it."),
    ),
    # Done, and to be confirmed.
    Line(-4, "10:50", "Bram", asks("Marketing", MAIL, why="Bij de volgende storing willen we klaarstaan.", by=-1)),
    Line(-4, "15:35", "Priya", accepts(MAIL, promises=-1)),
    Line(-1, "15:40", "Priya", presses(MAIL, "request.finish")),
    # Just asked.
    Line(-1, "16:15", "Priya", asks("Product", SCREENSHOTS, why="For the three posts before the launch.", by=5)),
]

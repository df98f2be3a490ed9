"""What people say beside: with some of it somebody could do more than say it."""

from demo.steps import reacts, replies, says
from demo.stories.line import Line

LINES = [
    Line(
        -15,
        "09:30",
        "Sanne",
        says("general", "Goedemorgen! Vanaf vandaag vragen we elkaar dingen met /request :tada:"),
    ),
    Line(-15, "09:42", "Amy", says("general", "No more “did anybody see my message?” – I am in.")),
    Line(-15, "09:44", "Joris", reacts("general", "did anybody see", "raised_hands")),
    Line(
        -12,
        "10:30",
        "Daan",
        says("team-product", "Ik zit tot de lunch in de planner, daarna kijk ik naar de verzoeken."),
    ),
    Line(
        -9,
        "15:30",
        "Grace",
        says("launch-spring", "The spring launch is on. I keep the plan here, and ask with /request."),
    ),
    Line(-9, "15:41", "Daan", replies("launch-spring", "The spring launch is on", "Mooi. Wij bouwen de pagina.")),
    Line(-9, "15:50", "Luis", replies("launch-spring", "The spring launch is on", "And I have the first three texts.")),
    Line(-9, "15:51", "Sanne", reacts("launch-spring", "The spring launch is on", "rocket")),
    Line(-6, "11:30", "Bram", says("leads", "IT is vol tot vrijdag. Wat kan wachten, graag volgende week.")),
    Line(-6, "11:36", "Sanne", says("leads", "Prima, dan vraag ik het met een latere datum.")),
    Line(-5, "09:05", "Tom", says("team-support", "Eleven tickets about the planner this morning. I collect them.")),
    Line(-5, "09:20", "Amy", reacts("team-support", "Eleven tickets", "eyes")),
    Line(-2, "16:40", "Luis", says("launch-spring", "Draft of the first post is in the shared folder.")),
    Line(-2, "16:48", "Priya", reacts("launch-spring", "Draft of the first post", "+1")),
    Line(-1, "15:15", "Grace", says("general", "Could Support tell me which three trips people cancel most?")),
    Line(-1, "16:55", "Joris", says("team-support", "De printer doet het weer. Vraag niet hoe. :sweat_smile:")),
]

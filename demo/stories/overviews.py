"""The digests: one for the channel of each team, and one across all teams for the leads."""

from demo.steps import gets_digest
from demo.stories.line import Line

LINES = [
    Line(-6, "09:45", "Sanne", gets_digest("team-product")),
    Line(-6, "10:00", "Sanne", gets_digest("leads", **{"digest.template": "leadership"})),
    Line(-6, "10:15", "Bram", gets_digest("team-it")),
    Line(-6, "10:35", "Amy", gets_digest("team-support")),
    Line(-6, "15:05", "Grace", gets_digest("team-marketing")),
]

"""What kinds and standings of areas, and the parts of one, are called."""

from collections.abc import Mapping

from slackapp.language import N_
from slackapp.models.area_life import AreaKind, Standing

KINDS: Mapping[AreaKind, str] = {
    AreaKind.SYSTEM: N_("System"),
    AreaKind.PROCESS: N_("Process"),
    AreaKind.DOCUMENT: N_("Document"),
    AreaKind.CHANNEL: N_("Channel"),
    AreaKind.CUSTOMER: N_("Customer"),
    AreaKind.RELATION: N_("Relation between two teams"),
}

SIGNS: Mapping[Standing, str] = {
    Standing.CONFIRMED: "✅",
    Standing.ASKED: "❔",
    Standing.OFFERED: "🤝",
    Standing.UNCONFIRMED: "⚠️",
    Standing.UNOWNED: "🚩",
    Standing.RETIRED: "🗄️",
}

FIELDS: Mapping[str, str] = {
    "name": N_("name"),
    "kind": N_("kind"),
    "team_id": N_("team"),
    "other_team_id": N_("other team"),
    "backup_id": N_("backup"),
    "channel_id": N_("channel"),
    "description": N_("description"),
    "links": N_("links"),
    "every_days": N_("how often it is confirmed"),
}

"""It is split, merged, moved, retired and brought back."""

from handlers.areas.steps import STEP
from slackapp.models.area_life import AreaVerb
from slackapp.queries import areas as asked
from slackapp.queries.areas import AreaFilter, WantedAreas
from slackapp.rules.areas import changing
from slackapp.slack.answers import Answer, Open, Reply
from slackapp.slack.calls import Press, Submission
from slackapp.slack.listeners import press, submission
from slackapp.views import areas as views

STEP.answer(AreaVerb.RESTORE, changing.restore)
STEP.answer(
    AreaVerb.SPLIT,
    changing.split,
    name=lambda typed: typed.text("name"),
    description=lambda typed: typed.text("description"),
    owner=lambda typed: typed.person("owner"),
)
STEP.answer(AreaVerb.MERGE, changing.merge, into_id=lambda typed: typed.number("area"))
STEP.answer(AreaVerb.RETIRE, changing.retire, why=lambda typed: typed.text("reason"))


@press("area.move_all")
async def open_move_all(call: Press) -> Answer:
    shown = await call.read(asked.listed, call.actor, WantedAreas(AreaFilter.ALL, call.number))
    return Open(views.changing.move_all(call.number, shown.team, call.language))


@submission("area.move_all")
async def move_all(call: Submission) -> Answer:
    """Give everything of a team to another, and show what that team has now."""
    target = call.typed.number("team")
    await call.run(changing.move_all, int(call.about["team"]), by=call.actor, to_team=target)
    shown = await call.read(asked.listed, call.actor, WantedAreas(AreaFilter.ALL, target))
    return Reply(views.listing.listing(shown, call.language))

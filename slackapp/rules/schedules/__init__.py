"""What comes again and again: setting it, changing it, and what becomes of each time (CHK-2, CHK-3, CHK-8).

A word that has schedules says for whom they are and what a round means:

SCHEDULES = {"checkin": schedules.Schedule(members=who_is_asked, made=ask)}

schedules.set(session, workspace_id, "checkin", 7, plan=plan, tzs={"Europe/Amsterdam", "Asia/Tokyo"})
"""

from slackapp.rules.schedules.kinds import Made, Member, Round, ScheduleKind
from slackapp.rules.schedules.locked import locked
from slackapp.rules.schedules.plans import SchedulePlan
from slackapp.rules.schedules.setting import delete, move, pause, resume, set  # noqa: A004 - read as schedules.set
from slackapp.rules.schedules.zones import follow

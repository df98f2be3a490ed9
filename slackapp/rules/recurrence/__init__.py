"""When something comes again. Pure: no database, no present moment.

recurrence.check(rule, starts_on=day, calendar=calendar)   raises InvalidInput at the field
Timetable(rule, starts_on, tz, calendar).after(moment)     the next time
"""

from slackapp.rules.recurrence.calendar import WEEKDAYS, Calendar
from slackapp.rules.recurrence.checking import check
from slackapp.rules.recurrence.reading import read
from slackapp.rules.recurrence.timetable import Slot, Timetable

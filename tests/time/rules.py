"""Rules of every kind, for properties."""

from datetime import date, time, timedelta

from hypothesis import strategies as st

from slackapp.models.recurrence import LAST, Frequency, OnHoliday, Recurrence

START = date(2026, 1, 15)
TIMES = st.builds(time, st.integers(0, 23), st.integers(0, 59))
HOW = st.sampled_from(OnHoliday)
DAYS_OF_WEEK = st.frozensets(st.integers(0, 6), min_size=1)


@st.composite
def rules(draw: st.DrawFn, *, with_end: bool = True) -> Recurrence:
    until, count = draw(ENDS) if with_end else (None, None)
    made = draw(st.one_of(DAILY, WEEKLY, NTH, MONTHDAY, LAST_WORKDAY))
    return Recurrence(**made, time=draw(TIMES), skip_holidays=draw(HOW), until=until, count=count)


ENDS = st.one_of(
    st.just((None, None)),
    st.tuples(st.dates(START + timedelta(days=60), START + timedelta(days=5000)), st.none()),
    st.tuples(st.none(), st.integers(1, 999)),
)
DAILY = st.fixed_dictionaries({"freq": st.just(Frequency.DAILY), "interval": st.integers(1, 40)})
WEEKLY = st.fixed_dictionaries(
    {"freq": st.just(Frequency.WEEKLY), "interval": st.integers(1, 9), "weekdays": DAYS_OF_WEEK}
)
_MONTHLY = {"freq": st.just(Frequency.MONTHLY), "interval": st.integers(1, 14)}
NTH = st.fixed_dictionaries(
    _MONTHLY
    | {"weekdays": st.integers(0, 6).map(lambda day: frozenset({day})), "nth": st.sampled_from([1, 2, 3, 4, LAST])}
)
MONTHDAY = st.fixed_dictionaries(_MONTHLY | {"monthday": st.sampled_from([*range(1, 29), LAST])})
LAST_WORKDAY = st.fixed_dictionaries(_MONTHLY | {"last_workday": st.sampled_from([True])})

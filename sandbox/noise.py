"""The random mode: what real workspaces send beside what a story is about, drawn by lot from a seed.

Nothing of it changes what the people of a story see: it is about others, it is an old event once more, it is a field
that Slack's reference does not have yet, or a message that has to wait a second or two, which is said in odd words. An
app that stumbles over it stumbles in production.
"""

import copy
from collections.abc import Callable
from datetime import datetime, timedelta
from random import Random
from typing import TYPE_CHECKING

from blockkit.ids import SlackTeamId, UserId
from sandbox.faults import Fault, Kind
from sandbox.parcel import Parcel
from sandbox.payload import Payload
from sandbox.payloads import events, frame
from sandbox.people import Person
from sandbox.workspace import Workspace

if TYPE_CHECKING:
    from sandbox.sandbox import Sandbox

ELSEWHERE = SlackTeamId("T0ELSEWHERE")
OFTEN = 0.5
"""How likely something odd comes before a payload."""
KEPT = 20
ODD_PEOPLE: tuple[Payload, ...] = (
    {"tz": "America/Newtown", "tz_offset": -18000},
    {"tz": None, "tz_offset": ..., "locale": None, "profile": None},
    {"tz": 5, "profile": [], "is_bot": "no", "updated": "yesterday"},
    {"real_name": ..., "name": "x" * 300, "team_id": ...},
    {"tz": "Asia/Calcutta", "locale": "xx-YY", "deleted": None},
    {"is_stranger": True, "team_id": "T0ELSEWHERE", "profile": {"team": "T0ELSEWHERE"}},
    {"is_bot": True, "is_workflow_bot": True, "profile": {"bot_id": "B0WORKFLOW"}, "tz": None},
)
SELDOM = 0.2
PACES = ("0", "0.25", "1.5", "2.0", " 1", "1\t")
"""What Retry-After has been seen to say beside whole numbers; so short that a story does not wait."""
APART = timedelta(minutes=2)
"""An app may hold back everything once two channels are slowed down within a minute: that would be seen."""
UNKNOWN: Payload = {"a_field_of_tomorrow": {"deep": [None, 1, "…"]}, "another": None}


class Noise:
    """Odd people, groups and events of one sandbox, the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self.refused: list[str] = []
        """What the app did not take, which Slack would send again and again."""
        self._random = Random(seed)  # noqa: S311 - a lot for tests, no secret
        self._past: list[Parcel] = []
        self._populated: set[SlackTeamId] = set()
        self._slow: Fault | None = None
        self._met_at: datetime | None = None

    def varied(self, parcel: Parcel) -> Parcel:
        """The same payload with fields that no reference names."""
        if parcel.kind == "slash_commands":
            return parcel
        payload = copy.deepcopy(parcel.payload) | copy.deepcopy(UNKNOWN)
        for name in ("user", "team", "channel", "event", "message"):
            if isinstance(payload.get(name), dict):
                payload[name] |= copy.deepcopy(UNKNOWN)
        return Parcel(parcel.kind, payload, parcel.attempt, parcel.reason)

    async def before(self, sandbox: "Sandbox", parcel: Parcel) -> None:
        """Send something odd, perhaps, ahead of what is to be sent."""
        workspace = next((w for w in sandbox.workspaces if not w.installation.uninstalled), None)
        # A fault that a story has prepared is not used up by something else.
        is_prepared = any(fault is not self._slow for fault in sandbox.faults.waiting)
        if workspace is not None and not is_prepared and self._random.random() < OFTEN:
            odd = self._odd(sandbox, workspace)
            ack = await sandbox.route.send(odd)
            if not ack.is_ok:
                self.refused.append(f"{ack.status} for {sorted(odd.names)}")
        self._slow_down(sandbox)
        if parcel.kind == "events_api":
            self._past = [*self._past[-KEPT:], parcel]

    def populate(self, workspace: Workspace) -> None:
        """Put odd accounts and a group of them into a workspace, once."""
        if workspace.id in self._populated:
            return
        self._populated.add(workspace.id)
        odd = [self._somebody(workspace, number, about) for number, about in enumerate(ODD_PEOPLE)]
        group = workspace.group("oddities", odd)
        group.members += [workspace.installation.bot_user, UserId("U0NOBODY")]

    def _slow_down(self, sandbox: "Sandbox") -> None:
        """Let a message be posted too fast, now and then, and say in odd words how long to wait."""
        at = sandbox.clock.now()
        if self._slow and not self._slow.times and self._met_at is None:
            self._met_at = at
        is_calm = self._slow is None or (self._met_at is not None and at - self._met_at > APART)
        if is_calm and self._random.random() < SELDOM:
            self._slow = Fault("chat.postMessage", Kind.TOO_FAST, retry_after=self._random.choice(PACES))
            self._met_at = None
            sandbox.faults.add(self._slow)

    def _odd(self, sandbox: "Sandbox", workspace: Workspace) -> Parcel:
        if self._past and self._random.random() < OFTEN:
            # Slack sends what it believes to be lost again, minutes later and after what came since.
            return self._random.choice(self._past).again("http_timeout")
        made = self._random.choice(KINDS)(self, workspace)
        source = self._random.choice((None, ELSEWHERE))
        name = events.subscription(made) if made["type"] != "message" else "message"
        inner = made if sandbox.manifest.subscribed(name) else {"type": "an_event_of_tomorrow"}
        event = frame.event(workspace, inner | UNKNOWN, is_shared=source is not None, source=source)
        return Parcel("events_api", event)

    def _somebody(self, workspace: Workspace, number: int, about: Payload) -> Person:
        person = Person(UserId(f"W0ODD{number:03}"), workspace.id, f"odd{number}", f"Odd {number}", odd=about)
        return workspace.people.setdefault(person.id, person)

    def _user_change(self, workspace: Workspace) -> Payload:
        number, about = self._random.choice(list(enumerate(ODD_PEOPLE)))
        user = self._somebody(workspace, number, about).as_user(at=workspace.clock.now(), with_locale=True)
        return {"type": "user_change", "user": user, "event_ts": workspace.stamp()}

    def _user_without_anything(self, workspace: Workspace) -> Payload:
        return {"type": "team_join", "user": self._random.choice(({}, {"id": None}, {"id": "U0NEW", "profile": None}))}

    def _group(self, workspace: Workspace) -> Payload:
        users = self._random.choice((None, ["U0NOBODY", None, 7, workspace.installation.bot_user]))
        subteam = {"id": "S0ODD", "handle": "odd", "name": None, "date_delete": None, "users": users}
        return {"type": "subteam_updated", "subteam": subteam, "event_ts": workspace.stamp()}

    def _group_members(self, workspace: Workspace) -> Payload:
        changed = {"added_users": ["U0NOBODY", None], "removed_users": None, "added_users_count": "2"}
        return {"type": "subteam_members_changed", "subteam_id": "S0NOBODYS", "team_id": workspace.id} | changed

    def _member(self, workspace: Workspace) -> Payload:
        somebody = self._random.choice(("U0NOBODY", "USLACKBOT", "W0ODD001"))
        kind = self._random.choice(("member_joined_channel", "member_left_channel"))
        return {"type": kind, "user": somebody, "channel": "C0NOWHERE", "channel_type": "C", "team": ELSEWHERE}

    def _channel(self, workspace: Workspace) -> Payload:
        kind = self._random.choice(("channel_archive", "channel_deleted", "channel_left", "group_left"))
        return {"type": kind, "channel": self._random.choice(("C0NOWHERE", None, {})), "user": None}

    def _channel_id(self, workspace: Workspace) -> Payload:
        return {"type": "channel_id_changed", "old_channel_id": "C0NOWHERE", "new_channel_id": "C0ELSEWHERE"}


KINDS: tuple[Callable[[Noise, Workspace], Payload], ...] = (
    Noise._user_change,  # noqa: SLF001 - its own
    Noise._user_without_anything,  # noqa: SLF001
    Noise._group,  # noqa: SLF001
    Noise._group_members,  # noqa: SLF001
    Noise._member,  # noqa: SLF001
    Noise._channel,  # noqa: SLF001
    Noise._channel_id,  # noqa: SLF001
)

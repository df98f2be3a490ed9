"""A post office: an outbox with its workers, and the simulated Slack to which they deliver."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from aiohttp import ClientSession
from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from delivery.deliver import Deliverer
from delivery.reconcile import Reconciler
from delivery.sweep import Sweeper
from sandbox import Sandbox
from sandbox.channels import Channel
from sandbox.faults import Fault, Kind
from sandbox.people import Person
from sandbox.workspace import Workspace as Simulated
from slackapp import outbox
from slackapp.cards import CardAt
from slackapp.clock import MovableClock
from slackapp.database import Database
from slackapp.ids import WorkspaceId
from slackapp.language import Language
from slackapp.models.outbox import Lane, Message, Progress
from slackapp.models.workspaces import Workspace
from slackapp.queries import quiet
from slackapp.views import message

SECOND = timedelta(seconds=1)
OPEN = (Progress.PENDING, Progress.SENDING)


@dataclass
class Office:
    sandbox: Sandbox
    clock: MovableClock
    slack: Simulated
    database: Database
    session: ClientSession
    design: Channel
    cards: dict[str, str] = field(default_factory=dict)
    drawn: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.id = self.database.run_now(_installed, self.slack)
        self.deliverer = self.worker("first")
        self.reconciler = Reconciler(self.database, self.client, self.kinds(), "first")
        self.sweeper = Sweeper(self.database, self.client)

    def worker(self, name: str, database: Database | None = None) -> Deliverer:
        return Deliverer(database or self.database, self.client, self.kinds(), name)

    def client(self, _: WorkspaceId) -> AsyncWebClient:
        token, url = self.slack.installation.token, self.sandbox.api_url
        return AsyncWebClient(token=token, base_url=url, session=self.session)

    def kinds(self) -> dict[str, message.MessageKind[Any]]:
        return {
            "line": message.MessageKind(lambda _session, _workspace, refs: refs["text"], _shown),
            "card": message.MessageKind(lambda _session, _workspace, refs: self.cards.get(str(refs["name"])), _shown),
            "dear": message.MessageKind(lambda _session, _workspace, refs: refs["text"], _shown, resends=False),
            "delivery.dead": message.MessageKind(lambda _s, _w, refs: f"{refs['channel']}: {refs['reason']}", _shown),
            "delivery.resumed": message.MessageKind(lambda _s, _w, refs: f"{refs['reason']} is over", _shown),
            "quiet.bundle": message.MessageKind(_parts, _shown),
            "drawn": message.MessageKind(
                lambda _session, _workspace, refs: refs["text"], _with_a_picture, draw=self.draw
            ),
            "broken": message.MessageKind(lambda _session, _workspace, _refs: 1 // 0, _shown),
        }

    def draw(self, values: Mapping[str, Any]) -> message.File:
        """A picture, which must not be called "broken" to be one."""
        self.drawn.append(values["of"])
        content = b"nothing" if values["of"] == "broken" else f"\x89PNG\r\n\x1a\n{values['of']}".encode("latin-1")
        return message.File("picture.png", values["of"], content)

    def says(self, text: str, to: Channel | None = None, *, kind: str = "line", **how: Any) -> None:
        how.setdefault("once", text)
        channel = (to or self.design).id
        self.database.run_now(lambda s: outbox.say(s, self.id, channel, kind, text=text, **how))

    def shows(self, text: str, name: str = "R-1", to: Channel | None = None) -> str:
        """Have the card be true; the key under which its thread is found."""
        self.cards[name] = text
        channel = (to or self.design).id
        self.database.run_now(lambda s: outbox.show(s, self.id, CardAt(channel, "card", {"name": name})))
        return CardAt(channel, "card", {"name": name}).key

    def says_to(self, person: Person, text: str, *, kind: str = "line", **how: Any) -> None:
        self.database.run_now(lambda s: outbox.say(s, self.id, person.id, kind, once=text, text=text, **how))

    def shows_to(self, person: Person, text: str) -> None:
        self.cards["R-1"] = text
        self.database.run_now(lambda s: outbox.show(s, self.id, CardAt(person.id, "card", {"name": "R-1"})))

    def direct(self, person: Person) -> Channel:
        return self.slack.direct(person.id, self.slack.installation.bot_user)

    async def works(self, seconds: int = 5) -> None:
        """Let this much time go by, with a round of everything in each second."""
        for _ in range(seconds):
            await self.deliverer.once()
            await self.reconciler.once()
            self.clock.move(SECOND)

    def fails(self, kind: Kind, method: str = "chat.postMessage", **how: Any) -> None:
        self.sandbox.faults.add(Fault(method, kind, **how))

    def sees(self, channel: Channel | None = None) -> list[str]:
        return [each.text for each in (channel or self.design).posted()]

    def posts(self) -> int:
        return len(self.sandbox.record.calls("chat.postMessage"))

    def rows(self) -> list[Message]:
        return self.database.read_now(lambda s: list(s.scalars(select(Message).order_by(Message.id))))

    def states(self) -> list[str]:
        return [row.state.value for row in self.rows()]

    def count_is_right(self) -> bool:
        """The number of waiting messages that each lane keeps is the number that really wait."""
        return self.database.read_now(counts_are_right)


def _parts(session: Session, workspace_id: WorkspaceId, refs: Any) -> str:
    return ", ".join(str(part.refs["text"]) for part in quiet.parts(session, workspace_id, refs))


def _shown(text: str, _: Language) -> message.Content:
    said = f"[{_.code}] {text}" if text.startswith("hello") else text
    return message.Content(said, ({"type": "section", "text": {"type": "plain_text", "text": said}},))


def _with_a_picture(text: str, _: Language) -> message.Content:
    image = {"type": "image", "slack_file": {"id": message.PLACE}, "alt_text": f"a picture of {text}"}
    said = _shown(text, _)
    return message.Content(said.text, (*said.blocks, image), picture=message.Picture({"of": text}))


def _installed(session: Session, slack: Simulated) -> WorkspaceId:
    place = {"name": slack.name, "url": "https://polder.slack.com", "locale": "en-GB", "tz": "Europe/Amsterdam"}
    workspace = Workspace(slack_id=slack.id, bot_user_id=slack.installation.bot_user, **place)
    session.add(workspace)
    session.flush()
    return workspace.id


def counts_are_right(session: Session) -> bool:
    waiting = select(func.count()).where(Message.lane_id == Lane.id, Message.state.in_(OPEN)).scalar_subquery()
    return all(pending == found for pending, found in session.execute(select(Lane.pending, waiting)))

// The page: a drawing for each part, redrawn only when what it shows has changed.

import { at } from "./dom.js";
import { composer } from "./composer.js";
import { home, messages, thread } from "./messages.js";
import { modal } from "./modal.js";
import { clock, place, places, workspace } from "./side.js";
import { does, keepLooking, look, looking, whenChanged } from "./wire.js";

const parts = new Map();

function draw(state) {
  looking.as = state.me.id;
  if (!state.channel && !looking.home) return enter(state);
  document.title = `${state.workspace} · ${state.me.name}`;
  part("workspace", [state.workspace, state.everyone, state.me], () => workspace(state));
  part("places", [state.channels, state.directs, looking], () => places(state));
  part("clock", state.now, () => clock(state));
  part("place", [state.channel, looking], () => place(state));
  part("messages", [state.me.id, looking.channel, looking.home, looking.home ? state.home?.hash : state.messages, names(state)],
    () => (looking.home ? home(state) : messages(state)));
  part("thread", [state.me.id, state.thread, names(state)], () => thread(state));
  part("composer", [looking.channel, looking.home, state.channel?.is_archived, state.me.id], () => composer(state));
  part("modal", state.modals.map(({ id, hash, errors, trouble }) => [id, hash, errors, trouble]), () => modal(state));
  return undefined;
}

const names = (state) => [state.people.map((p) => [p.id, p.name]), state.channels.map((c) => [c.id, c.name])];

function part(name, shown, redraw) {
  const now = JSON.stringify(shown);
  if (parts.get(name) === now) return;
  parts.set(name, now);
  const focused = document.activeElement?.dataset.key;
  redraw();
  if (focused && document.activeElement === document.body) document.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
}

function enter(state) {
  const first = state.channels.find((channel) => channel.is_member) ?? state.channels[0] ?? state.directs[0];
  looking.channel = first.id;
  return look();
}

function remember() {
  const hash = new URLSearchParams(location.hash.slice(1));
  looking.as = hash.get("as") ?? "";
  looking.channel = hash.get("channel") ?? "";
  looking.home = hash.get("home") === "1";
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && looking.thread && !at("modal").open) {
    looking.thread = "";
    look();
  }
});

remember();
whenChanged(draw);
keepLooking();
if (looking.home) does("opens_home");

// Where one looks from and to; the address of the page remembers it.

import { does, look, looking, tell } from "./wire.js";

export async function goTo(id, as = looking.as) {
  looking.as = as;
  const { read_until: newAfter = "" } = await tell("opens", { channel: id });
  Object.assign(looking, { channel: id, thread: "", home: false, newAfter });
  return arrive();
}

export async function goHome() {
  Object.assign(looking, { thread: "", home: true });
  note();
  return does("opens_home");
}

export async function viewAs(person) {
  Object.assign(looking, { as: person, thread: "" });
  return looking.home ? goHome() : goTo(looking.channel);
}

export function enter(state) {
  const first = state.channels.find((channel) => channel.is_member) ?? state.channels[0] ?? state.directs[0];
  return goTo(first.id);
}

export function openThread(ts) {
  looking.thread = ts;
  return look();
}

export function remember() {
  const hash = new URLSearchParams(location.hash.slice(1));
  looking.as = hash.get("as") ?? "";
  looking.channel = hash.get("channel") ?? "";
  if (hash.get("home") === "1") goHome();
}

function arrive() {
  document.body.classList.remove("drawer");
  note();
  return look();
}

function note() {
  const { as, channel, home } = looking;
  history.replaceState(null, "", `#${new URLSearchParams(home ? { as, home: "1" } : { as, channel })}`);
}

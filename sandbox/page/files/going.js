// Where one looks from and to; the address of the page remembers it.

import { at } from "./dom.js";
import { does, look, looking, tell } from "./wire.js";

let journeys = 0;

export async function goTo(id, as = looking.as) {
  const mine = setOut(as);
  const { read_until: newAfter = "" } = await tell("opens", { channel: id });
  // Who chose another place meanwhile goes there, whatever is answered first.
  if (mine !== journeys) return;
  Object.assign(looking, { channel: id, thread: "", home: false, newAfter });
  document.body.classList.remove("drawer");
  note();
  await look().catch(() => {});
  arrive(mine);
}

export async function goHome(as = looking.as) {
  const mine = setOut(as);
  Object.assign(looking, { thread: "", home: true });
  note();
  await does("opens_home");
  arrive(mine);
}

export const viewAs = (person) => (looking.home ? goHome(person) : goTo(looking.channel, person));

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

function setOut(as) {
  looking.as = as;
  at("main").setAttribute("aria-busy", "true");
  return ++journeys;
}

function arrive(mine) {
  if (mine === journeys) at("main").removeAttribute("aria-busy");
}

function note() {
  const { as, channel, home } = looking;
  history.replaceState(null, "", `#${new URLSearchParams(home ? { as, home: "1" } : { as, channel })}`);
}

// What is new, for people who hear the page.

import { at } from "./dom.js";
import { looking } from "./wire.js";

let before = null;

export function announce(state) {
  const now = { who: state.me.id, where: looking.channel, thread: looking.thread, newest: newest(state.messages), reply: newest(state.thread), unread: unread(state) };
  const news = before?.who === now.who ? [...fresh(state, now), ...elsewhere(state)] : [];
  if (news.length) at("live").textContent = news.join(". ");
  before = now;
}

function fresh(state, now) {
  const came = before.where === now.where ? since(state.messages, before.newest, at("messages")) : [];
  const replied = now.thread && before.thread === now.thread ? since(state.thread, before.reply, at("replies")) : [];
  return [...came, ...replied];
}

const since = (messages, ts, pane) => (messages ?? []).filter((m) => m.ts > ts && !m.is_mine).map((m) =>
  `${m.only_for_you ? "Only visible to you, " : ""}${m.author}: ${pane.querySelector(`[data-item="${CSS.escape(m.ts)}"] .content`)?.textContent ?? ""}`);

const elsewhere = (state) => [...state.channels, ...state.directs]
  .filter((place) => place.id !== looking.channel && place.unread > (before.unread[place.id] ?? 0))
  .map((place) => `New in ${place.name}`);

const newest = (messages) => messages?.at(-1)?.ts ?? "";
const unread = (state) => Object.fromEntries([...state.channels, ...state.directs].map((place) => [place.id, place.unread]));

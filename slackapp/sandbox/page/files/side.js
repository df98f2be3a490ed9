// The left side: who one is, where one can go, what time it is.

import { at, h, show } from "./dom.js";
import { does, look, looking } from "./wire.js";

export function workspace(state) {
  const choose = (event) => viewAs(event.target.value);
  const people = state.everyone.filter((person) => !person.deleted);
  const options = people.map((p) =>
    h("option", { value: p.id, selected: p.id === state.me.id }, `${p.name}${p.is_guest ? " (guest)" : ""}`));
  show(at("workspace"),
    h("h1", {}, state.workspace),
    h("label", { class: "as" }, "View as ", h("select", { onchange: choose, "aria-label": "View as" }, options)),
    h("p", { class: "zone" }, `${state.me.locale} · ${state.me.zone}`));
}

export function places(state) {
  show(at("places"),
    link({ name: "App Home", sign: "⌂", unread: 0 }, looking.home, goHome),
    h("h2", {}, "Channels"), state.channels.map(channel),
    h("h2", {}, "Direct messages"), state.directs.map((direct) => go({ ...direct, sign: direct.is_app ? "✦" : "●" })),
    newDirect(state));
}

function newDirect(state) {
  const others = state.people.filter((p) => p.id !== state.me.id && !p.deleted && !p.is_bot);
  const write = async (event) => goTo((await does("writes_to", { person: event.target.value })).channel);
  return h("select", { class: "new", "aria-label": "Write to somebody", onchange: write },
    h("option", { value: "" }, "Write to…"), others.map((p) => h("option", { value: p.id }, p.name)));
}

export function place(state) {
  const { channel } = state;
  if (looking.home || !channel) return show(at("place"), h("h2", {}, looking.home ? "App Home" : "Nothing here"));
  const sign = channel.kind === "im" ? "" : channel.kind === "group" ? "🔒 " : "# ";
  const facts = [
    channel.kind !== "im" && `${channel.members} members`,
    channel.is_archived && "archived",
    channel.is_shared && "shared with another organisation",
  ].filter(Boolean);
  return show(at("place"),
    h("h2", {}, sign, channel.name), h("span", { class: "facts" }, facts.join(" · ")),
    !channel.is_member && h("button", { type: "button", class: "button", onclick: () => does("joins", { channel: channel.id }) }, "Join"));
}

export function clock(state) {
  const travel = (to) => async (event) => {
    event.target.setAttribute("aria-busy", "true");
    await does("travels", { to });
    event.target.removeAttribute("aria-busy");
  };
  show(at("clock"),
    h("p", { class: "now" }, "🕘 ", state.now.text),
    h("div", { class: "jumps" },
      h("button", { type: "button", onclick: travel("hour") }, "+1 hour"),
      h("button", { type: "button", onclick: travel("tomorrow"), title: "Tomorrow 09:00" }, "Tomorrow 9:00"),
      h("button", { type: "button", onclick: travel("monday"), title: "Monday 09:00" }, "Monday 9:00")));
}

export function goTo(id) {
  Object.assign(looking, { channel: id, thread: "", home: false });
  location.hash = new URLSearchParams({ as: looking.as, channel: id });
  return does("opens", { channel: id });
}

function goHome() {
  Object.assign(looking, { thread: "", home: true });
  location.hash = new URLSearchParams({ as: looking.as, home: "1" });
  return does("opens_home");
}

function viewAs(person) {
  Object.assign(looking, { as: person, thread: "" });
  location.hash = new URLSearchParams(looking.home ? { as: person, home: "1" } : { as: person, channel: looking.channel });
  return looking.home ? does("opens_home") : look();
}

const channel = (c) => go({ ...c, sign: c.kind === "group" ? "🔒" : "#" });
const go = (c) => link(c, !looking.home && c.id === looking.channel, () => goTo(c.id));

function link({ name, sign, unread, is_archived: archived }, here, onclick) {
  return h("button", { type: "button", class: `go${here ? " here" : ""}${unread && !here ? " unread" : ""}${archived ? " archived" : ""}`,
    "aria-current": here ? "page" : null, onclick },
    h("span", { class: "sign", "aria-hidden": "true" }, sign), h("span", { class: "name" }, name),
    unread && !here ? h("span", { class: "count", "aria-label": `${unread} unread` }, String(unread)) : null);
}

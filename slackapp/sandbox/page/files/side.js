// The left side: where one can go; and above the messages, where one is.

import { at, h, show } from "./dom.js";
import { face } from "./face.js";
import { goHome, goTo } from "./going.js";
import { about, does, looking } from "./wire.js";

export const workspace = (state) => show(at("workspace"), state.workspace);

export function places(state) {
  const app = state.directs.find((direct) => direct.is_app);
  const others = state.directs.filter((direct) => !direct.is_app);
  const focused = document.activeElement?.closest("#places .go")?.dataset.key;
  show(at("places"),
    about.has_home && link({ key: "home", name: "App Home", sign: "⌂", unread: 0 }, looking.home, goHome),
    group("Channels", state.channels.map((each) => go(each, each.kind === "group" ? "🔒" : "#"))),
    group("Direct messages", others.map((each) => go(each, face(each.other, each.name, "tiny"))), writeTo(state)),
    group("Apps", [go(app, face("", "", "tiny app"))]));
  if (focused) at("places").querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
}

export function place(state) {
  const menu = h("button", { type: "button", class: "hamburger", "aria-label": "Channels", onclick: () => document.body.classList.toggle("drawer") }, "☰");
  if (looking.home) return show(at("place"), menu, h("h2", {}, "App Home"));
  const { channel } = state;
  const join = h("button", { type: "button", class: "button", onclick: () => does("joins", { channel: channel.id }) }, "Join channel");
  return show(at("place"), menu,
    h("h2", {}, channel.kind === "group" ? "🔒 " : channel.kind === "channel" ? "# " : "", channel.name), badge(channel),
    h("span", { class: "facts" }, facts(channel).join(" · ")), !channel.is_member && join);
}

const badge = (channel) => channel.is_app && h("span", { class: "badge" }, "APP");

const facts = (channel) => [
  channel.kind !== "im" && `${channel.members} members`,
  channel.kind === "group" && "private",
  channel.is_archived && "archived",
  channel.is_shared && "shared with another organisation",
].filter(Boolean);

function writeTo(state) {
  const others = state.people.filter((p) => p.id !== state.me.id && !p.deleted && !p.is_bot);
  const write = async (event) => goTo((await does("writes_to", { person: event.target.value })).channel);
  return h("select", { class: "new", "aria-label": "Write to somebody", onchange: write },
    h("option", { value: "" }, "＋ Write to…"), others.map((p) => h("option", { value: p.id }, p.name)));
}

const group = (name, links, ...more) => h("section", { "aria-label": name }, h("h2", {}, name), links, more);

const go = (each, sign) => link({ ...each, key: each.id, sign }, !looking.home && each.id === looking.channel, () => goTo(each.id));

function link({ key, name, sign, unread, is_archived: archived, is_member: inside = true }, here, onclick) {
  const isNew = unread > 0 && !here;
  return h("button", { type: "button", "data-key": key, class: `go${here ? " here" : ""}${isNew ? " unread" : ""}${archived || !inside ? " faint" : ""}`, "aria-current": here ? "page" : null, onclick },
    h("span", { class: "sign", "aria-hidden": "true" }, sign), h("span", { class: "name" }, name),
    isNew && h("span", { class: "count" }, String(unread), h("span", { class: "unseen" }, " unread")));
}

// The left side: where one can go; and above the messages, where one is.

import { at, h, show } from "./dom.js";
import { face } from "./face.js";
import { goHome, goTo } from "./going.js";
import { keyed } from "./keyed.js";
import { menuButton } from "./popup.js";
import { say } from "./toast.js";
import { about, does, looking } from "./wire.js";

export const workspace = (state) => show(at("workspace"), state.workspace);

export function places(state) {
  const app = state.directs.find((direct) => direct.is_app);
  const others = state.directs.filter((direct) => !direct.is_app);
  keyed(at("places"), [
    about.has_home && { key: "home", shown: looking.home, draw: () => link({ key: "home", name: "App Home", sign: "⌂", unread: 0 }, looking.home, () => goHome()) },
    group("Channels", state.channels, (each) => go(each, each.kind === "group" ? "🔒" : "#")),
    group("Direct messages", others, (each) => go(each, face(each.other, each.name, "tiny"))),
    writeTo(state),
    group("Apps", [app], () => go(app, face("", "", "tiny app"))),
  ].filter(Boolean));
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
  const others = state.people.filter((p) => p.id !== state.me.id && !p.deleted && !p.is_bot).map((p) => [p.id, p.name]);
  const items = others.map(([id, name]) => [name, () => write(id)]);
  return { key: "write", shown: [state.me.id, others], draw: () => menuButton({ class: "new", "aria-label": "Write to somebody" }, "+ Write to…", items) };
}

async function write(person) {
  const { channel, trouble } = await does("writes_to", { person });
  if (trouble) return say(trouble);
  await goTo(channel);
  return document.querySelector("#composer textarea")?.focus();
}

const group = (name, all, draw) => ({
  key: name, shown: [all, looking.home, looking.channel],
  draw: () => h("section", { "aria-label": name }, h("h2", {}, name), all.map(draw)),
});

const go = (each, sign) => link({ ...each, key: each.id, sign }, !looking.home && each.id === looking.channel, () => goTo(each.id));

function link({ key, name, sign, unread, is_archived: archived, is_member: inside = true }, here, onclick) {
  const isNew = unread > 0 && !here;
  return h("button", { type: "button", "data-key": key, class: `go${here ? " here" : ""}${isNew ? " unread" : ""}${archived || !inside ? " faint" : ""}`, "aria-current": here ? "page" : null, onclick },
    h("span", { class: "sign", "aria-hidden": "true" }, sign), h("span", { class: "name" }, name),
    isNew && h("span", { class: "count" }, String(unread), h("span", { class: "unseen" }, " unread")));
}

// What is not Slack: who one is, what time it is, and what goes on behind.

import { busy } from "./busy.js";
import { at, h, show } from "./dom.js";
import { viewAs } from "./going.js";
import { toggleInspector } from "./inspector.js";
import { keyed } from "./keyed.js";
import { say } from "./toast.js";
import { about, does } from "./wire.js";

export function who(state) {
  const people = state.everyone.filter((person) => !person.deleted);
  const names = people.map((person) => [person.id, named(person)]);
  const zone = `${language(state.me)} · ${city(state.me)}`;
  keyed(at("who"), [
    { key: "select", shown: names, draw: () => chooser(names) },
    { key: "zone", shown: zone, draw: () => h("span", { class: "zone" }, zone) }]);
  at("who").querySelector("select").value = state.me.id;
}

export function clock(state) {
  keyed(at("clock"), [
    { key: "now", shown: state.now.text, draw: () => h("span", { class: "now" }, h("span", { "aria-hidden": "true" }, "🕘 "), h("time", {}, state.now.text)) },
    { key: "jumps", shown: "", draw: jumps }]);
}

export function backstage() {
  keyed(at("backstage"), [{ key: "inspector", shown: "", draw: () => h("button", { type: "button", class: "quiet", onclick: toggleInspector }, "Inspector") }]);
}

export function warning(state) {
  const how = about.mischiefs.find((one) => one.name === state.mischief);
  at("warning").hidden = !how;
  if (!how) return;
  show(at("warning"), h("strong", {}, how.label), h("span", {}, how.meaning),
    h("button", { type: "button", class: "button", onclick: () => does("misbehaves", { how: "" }) }, "Behave again"));
}

export function lost() {
  at("warning").hidden = false;
  show(at("warning"), h("strong", {}, "The sandbox is not running."), h("span", {}, "This page goes on by itself once it is back."));
}

const chooser = (names) => h("label", {}, h("span", {}, "View as"),
  h("select", { onchange: (event) => viewAs(event.target.value) }, names.map(([id, name]) => h("option", { value: id }, name))));

const jumps = () => h("span", { class: "jumps", role: "group", "aria-label": "Let time pass" },
  jump("hour", "+1 hour", "An hour later"), jump("tomorrow", "Tomorrow 9:00", "The next morning"), jump("monday", "Monday 9:00", "The next Monday"));
const jump = (to, words, title) => h("button", { type: "button", class: "quiet", title, onclick: travel(to) }, words);

const travel = (to) => (event) => busy(event.currentTarget, async () => {
  const { trouble } = await does("travels", { to });
  if (trouble) say(trouble);
});

const named = (person) => [person.name, about.roles[person.id], person.is_guest && "guest"].filter(Boolean).join(" · ");
const language = (person) => new Intl.DisplayNames("en", { type: "language" }).of(person.locale.split("-")[0]);
const city = (person) => person.zone.split("/").at(-1).replaceAll("_", " ");

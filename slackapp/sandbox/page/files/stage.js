// What is not Slack: who one is, what time it is, and what goes on behind.

import { at, h, show } from "./dom.js";
import { busy } from "./busy.js";
import { viewAs } from "./going.js";
import { toggleInspector } from "./inspector.js";
import { say } from "./toast.js";
import { about, does } from "./wire.js";

export function who(state) {
  const people = state.everyone.filter((person) => !person.deleted);
  const options = people.map((p) => h("option", { value: p.id, selected: p.id === state.me.id }, named(p)));
  const select = h("select", { onchange: (event) => viewAs(event.target.value) }, options);
  show(at("who"), h("label", {}, h("span", {}, "View as"), select), h("span", { class: "zone" }, `${language(state.me)} · ${city(state.me)}`));
}

export function clock(state) {
  const jump = (to, words, title) => h("button", { type: "button", class: "quiet", title, onclick: travel(to) }, words);
  show(at("clock"),
    h("span", { class: "now" }, h("span", { "aria-hidden": "true" }, "🕘 "), h("time", {}, state.now.text)),
    h("span", { class: "jumps", role: "group", "aria-label": "Let time pass" },
      jump("hour", "+1 hour", "An hour later"), jump("tomorrow", "Tomorrow 9:00", "The next morning"), jump("monday", "Monday 9:00", "The next Monday")));
}

export function backstage() {
  show(at("backstage"), h("button", { type: "button", class: "quiet", "data-key": "inspector", onclick: toggleInspector }, "Inspector"));
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

const travel = (to) => (event) => busy(event.currentTarget, async () => {
  const { trouble } = await does("travels", { to });
  if (trouble) say(trouble);
});

const named = (person) => [person.name, about.roles[person.id], person.is_guest && "guest"].filter(Boolean).join(" · ");
const language = (person) => new Intl.DisplayNames("en", { type: "language" }).of(person.locale.split("-")[0]);
const city = (person) => person.zone.split("/").at(-1).replaceAll("_", " ");

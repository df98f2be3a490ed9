// What goes over the wire between Slack and the app, for people who build on it; and the switch to misbehave.

import { at, h } from "./dom.js";
import { tree } from "./json.js";
import { keyed } from "./keyed.js";
import { about, does, looking } from "./wire.js";

const MOST_KEPT = 120;
let entries = [];
let newest = 0;
let turn = 0;

export function toggleInspector() {
  const pane = at("inspector");
  pane.hidden = !pane.hidden;
  at("backstage").firstElementChild.setAttribute("aria-expanded", String(!pane.hidden));
  if (!pane.hidden) inspect().then(() => pane.querySelector("select").focus());
}

export function inspector(state) {
  const how = about.mischiefs.find((one) => one.name === state.mischief);
  keyed(at("inspector"), [
    { key: "head", shown: "", draw: head },
    { key: "switch", shown: "", draw: turner },
    { key: "meaning", shown: how, draw: () => h("p", { class: "meaning" }, how?.meaning ?? "Turn the switch to see what people notice when Slack does not do as it should.") },
    { key: "wire", shown: "", draw: () => h("ol", { id: "wire", "aria-label": "Payloads and calls", tabindex: 0 }) }]);
  at("inspector").querySelector("select").value = how?.name ?? "";
}

const head = () => h("header", {}, h("h2", {}, "Inspector"), h("button", { type: "button", class: "quiet", onclick: clear }, "Clear"),
  h("button", { type: "button", class: "cross", "aria-label": "Close the inspector", onclick: toggleInspector }, "×"));

const turner = () => h("label", { class: "mischief" }, h("span", {}, "How Slack behaves"),
  h("select", { onchange: (event) => does("misbehaves", { how: event.target.value }) },
    h("option", { value: "" }, "Slack behaves well"), about.mischiefs.map((one) => h("option", { value: one.name }, one.label))));

export async function keepInspecting() {
  for (;;) {
    if (!at("inspector").hidden) await inspect().catch(() => {});
    await new Promise((later) => setTimeout(later, 700));
  }
}

async function inspect() {
  const mine = ++turn;
  const answer = await fetch(`/page/record?${new URLSearchParams({ as: looking.as, after: newest })}`, { cache: "no-store" });
  const news = answer.ok ? await answer.json() : [];
  if (mine === turn && news.length) add(news);
}

function add(news) {
  newest = Math.max(newest, ...news.map((entry) => entry.number));
  const known = new Map(entries.map((entry) => [entry.number, entry]));
  const fresh = news.map((entry) => ({ ...entry, node: line(entry) }));
  // A payload ends after the calls that the app makes for it, and began before them: so they stand below it.
  entries = [...known.values(), ...fresh].sort((a, b) => a.began - b.began).slice(-MOST_KEPT);
  const list = at("wire");
  list.replaceChildren(...entries.map((entry) => entry.node));
  list.scrollTop = list.scrollHeight;
}

function line(entry) {
  const inside = h("div", { class: "inside" });
  const open = ({ currentTarget }) => currentTarget.open && !inside.firstChild && inside.append(...wire(entry));
  return h("li", { class: `${entry.to}${entry.ok ? "" : " bad"}` }, h("details", { ontoggle: open },
    h("summary", {}, h("time", {}, entry.time), h("span", { class: "way" }, entry.to === "app" ? "→ app" : "← app"), h("code", {}, entry.name), h("small", {}, entry.outcome)),
    inside));
}

const wire = (entry) => [h("h3", {}, entry.to === "app" ? "Slack sends" : "The app asks"), tree(entry.sent), h("h3", {}, entry.to === "app" ? "The app answers" : "Slack answers"), tree(entry.answered)];

function clear() {
  entries = [];
  at("wire").replaceChildren();
}

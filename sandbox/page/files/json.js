// JSON as a tree that opens level by level.

import { h } from "./dom.js";

const MOST_IN_SIGHT = 60;

export const tree = (value) => h("div", { class: "json" }, node("", value, true));

function node(name, value, open = false) {
  if (value === null || typeof value !== "object") return h("div", { class: "leaf" }, key(name), h("span", { class: typeof value }, JSON.stringify(value)));
  const inner = Object.entries(value);
  if (!inner.length) return h("div", { class: "leaf" }, key(name), Array.isArray(value) ? "[]" : "{}");
  const box = h("div", { class: "children" });
  const fill = () => box.firstChild || box.append(...inner.map(([k, v]) => node(Array.isArray(value) ? "" : k, v)));
  if (open) fill();
  return h("details", { open, ontoggle: (event) => event.currentTarget.open && fill() }, h("summary", {}, key(name), h("span", { class: "peek" }, peek(value))), box);
}

const key = (name) => name && h("span", { class: "key" }, `${name}: `);

function peek(value) {
  const text = JSON.stringify(value);
  return text.length > MOST_IN_SIGHT ? `${text.slice(0, MOST_IN_SIGHT)}…` : text;
}

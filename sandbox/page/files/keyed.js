// A list drawn piece by piece: what did not change stays as it is, with its focus and with what was typed in it.

import { focusIn } from "./focus.js";

const drawings = new WeakMap();

export function keyed(box, items) {
  const before = drawings.get(box) ?? new Map();
  const refocus = focusIn(box);
  const now = new Map(items.map((item) => [item.key, drawing(before.get(item.key), item)]));
  drawings.set(box, now);
  arrange(box, [...now.values()].map((one) => one.node));
  refocus();
}

function drawing(old, { key, shown, draw }) {
  const print = JSON.stringify(shown);
  if (old && old.print === print) return old;
  const node = draw();
  node.dataset.item = key;
  return { print, node };
}

function arrange(box, nodes) {
  const wanted = new Set(nodes);
  [...box.childNodes].filter((node) => !wanted.has(node)).forEach((node) => node.remove());
  nodes.forEach((node, index) => box.childNodes[index] !== node && box.insertBefore(node, box.childNodes[index] ?? null));
}

// What opens beside a button: a menu, or the emoji. Escape and a click elsewhere close it, and the focus goes back.

import { h } from "./dom.js";
import { living } from "./focus.js";

export function popup(anchor, box) {
  box.popover = "auto";
  box.classList.add("popup");
  document.body.append(box);
  anchor.setAttribute("aria-expanded", "true");
  box.addEventListener("toggle", (event) => event.newState === "closed" && leave(anchor, box));
  box.showPopover();
  beside(anchor, box);
  return () => box.hidePopover();
}

// A button with a menu. `items` are [words, what it does].
export function menuButton(traits, sign, items) {
  const button = h("button", { type: "button", "aria-haspopup": "menu", "aria-expanded": "false", ...traits, onclick: () => open(button, traits["aria-label"], items) }, sign);
  return button;
}

function open(button, label, items) {
  const box = h("div", { class: "menu", role: "menu", "aria-label": label, onkeydown: walk });
  const close = popup(button, box);
  box.append(...items.map(([words, does]) =>
    h("button", { type: "button", role: "menuitem", onclick: () => { close(); does(); } }, words)));
  beside(button, box);
  box.firstElementChild.focus();
}

function walk(event) {
  const all = [...event.currentTarget.children];
  const here = all.indexOf(document.activeElement);
  const to = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: -1 }[event.key];
  if (event.key === "Tab") event.currentTarget.hidePopover();
  if (to === undefined) return;
  event.preventDefault();
  all.at(to % all.length).focus();
}

function leave(anchor, box) {
  const held = box.contains(document.activeElement) || document.activeElement === document.body;
  box.remove();
  anchor.setAttribute("aria-expanded", "false");
  if (held) living(anchor)?.focus();
}

function beside(anchor, box) {
  const near = anchor.getBoundingClientRect();
  const below = near.bottom + 4 + box.offsetHeight < innerHeight;
  box.style.top = `${below ? near.bottom + 4 : Math.max(8, near.top - box.offsetHeight - 4)}px`;
  box.style.left = `${Math.max(8, Math.min(near.left, innerWidth - box.offsetWidth - 8))}px`;
}

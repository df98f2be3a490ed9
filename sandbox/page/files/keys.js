// The keyboard: Escape closes what is in front, F6 goes round the parts, arrows walk through messages.

import { closeModal } from "./modal.js";
import { at } from "./dom.js";
import { look, looking } from "./wire.js";

const PARTS = [
  ["places", ".go.here", ".go"],
  ["messages", "[tabindex='0'], button"],
  ["composer", "textarea"],
  ["thread", "textarea"],
  ["modal", ".view input, .view textarea, .view select, .view button"],
  ["inspector", "select"],
  ["who", "select"],
];

export function listen() {
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") escape(event);
    if (event.key === "F6") around(event);
  });
  for (const pane of ["messages", "replies"]) at(pane).addEventListener("keydown", walk);
  at("places").addEventListener("keydown", walkPlaces);
}

function escape(event) {
  if (event.defaultPrevented || document.querySelector(":popover-open") || at("confirm").open) return;
  if (at("modal").open) {
    event.preventDefault();
    closeModal();
  } else if (looking.thread) {
    looking.thread = "";
    look().then(() => document.querySelector("#composer textarea")?.focus());
  }
}

function around(event) {
  event.preventDefault();
  const shown = PARTS.map(([id, ...inside]) => [at(id), inside.map((each) => at(id).querySelector(each)).find(Boolean)]).filter(([, target]) => target?.checkVisibility() && !target.closest("[inert]"));
  const here = shown.findIndex(([part]) => part.contains(document.activeElement));
  const step = event.shiftKey ? -1 : 1;
  shown.at((here + step) % shown.length)?.[1].focus();
}

function walk(event) {
  const article = event.target.closest("article");
  if (event.target !== article) return;
  const next = { ArrowUp: "previousElementSibling", ArrowDown: "nextElementSibling" }[event.key];
  if (!next) return;
  event.preventDefault();
  let other = article[next];
  while (other && other.tagName !== "ARTICLE") other = other[next];
  other?.focus();
}

function walkPlaces(event) {
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  const all = [...at("places").querySelectorAll(".go")];
  const here = all.indexOf(event.target);
  if (!step || here < 0) return;
  event.preventDefault();
  all[here + step]?.focus();
}

// Reactions under a message, and the small picker for another one.

import { h } from "./dom.js";
import { popup } from "./popup.js";
import { about, does } from "./wire.js";

export const react = (message, name) => does("reacts", { channel: message.channel, ts: message.ts, name });

export const reactions = (message) => message.reactions.length > 0 && h("p", { class: "reactions" },
  message.reactions.map((one) => h("button", {
    type: "button", "data-key": `reaction ${one.name}`, class: one.mine ? "mine" : "", "aria-pressed": String(one.mine),
    "aria-label": `${one.name}, ${one.count}`, title: `:${one.name}:`, onclick: () => react(message, one.name),
  }, `${one.sign} ${one.count}`)));

export function pickEmoji(button, message) {
  const grid = h("div", { class: "grid" });
  const box = h("div", { class: "picker", role: "dialog", "aria-label": "Pick a reaction" },
    h("input", { type: "search", placeholder: "Search emoji", "aria-label": "Search emoji", oninput: (event) => fill(event.target.value) }), grid);
  const pick = (name) => () => { close(); react(message, name); };
  const fill = (wanted) => grid.replaceChildren(...found(wanted).map(([name, sign]) =>
    h("button", { type: "button", title: `:${name}:`, "aria-label": name.replaceAll("_", " "), onclick: pick(name) }, sign)));
  fill("");
  const close = popup(button, box);
  box.querySelector("input").focus();
}

export const found = (wanted) => about.emoji.filter(([name]) => name.includes(wanted.toLowerCase().replaceAll(" ", "_")));

// What to try: each tip leads to where it begins.

import { at, h, show } from "./dom.js";
import { prepare } from "./composer.js";
import { goTo } from "./going.js";
import { about } from "./wire.js";

let dismissed = false;

export function tips(state) {
  const box = at("tips");
  box.hidden = dismissed || !about.tips.length;
  if (box.hidden) return;
  const close = () => { dismissed = true; tips(state); };
  show(box,
    h("header", {}, h("h2", {}, "What to try"), h("button", { type: "button", class: "cross", "aria-label": "Close the tips", onclick: close }, "×")),
    h("ol", {}, about.tips.map((tip) => h("li", {}, h("button", { type: "button", onclick: () => take(tip) }, tip.text)))));
}

async function take(tip) {
  prepare(tip.channel, tip.person, tip.typed);
  await goTo(tip.channel, tip.person);
  document.querySelector("#composer textarea")?.focus();
}

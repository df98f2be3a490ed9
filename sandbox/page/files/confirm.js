// The question that a button may ask before it does anything.

import { at, h, show } from "./dom.js";
import { words } from "./text.js";

export function agreed(confirm) {
  if (!confirm) return Promise.resolve(true);
  const dialog = at("confirm");
  return new Promise((resolve) => {
    const answer = (value, traits, text) => h("button", { type: "button", ...traits, onclick: () => dialog.close(value) }, text);
    show(dialog,
      h("h2", { id: "confirm-title" }, words(confirm.title)), h("p", {}, words(confirm.text)),
      h("div", { class: "feet" },
        answer("no", { class: "button" }, words(confirm.deny) || "Cancel"),
        answer("yes", { class: `button ${confirm.style ?? "primary"}`, autofocus: true }, words(confirm.confirm) || "Yes")));
    dialog.returnValue = "no";
    dialog.onclose = () => resolve(dialog.returnValue === "yes");
    dialog.showModal();
  });
}

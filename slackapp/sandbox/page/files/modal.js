// The topmost modal, drawn anew only when the app changes it or something is wrong.

import { blocks } from "./blocks.js";
import { at, h, show } from "./dom.js";
import { busy } from "./elements.js";
import { does, looking } from "./wire.js";

let typed = new Map();
let drawnView = "";
let resting = 0;

export function modal(state) {
  const dialog = at("modal");
  const view = state.modals.at(-1);
  if (!view) {
    forget("");
    return dialog.open && dialog.close();
  }
  if (view.id + view.hash !== drawnView) forget(view.id + view.hash);
  show(dialog, head(state, view), h("form", { class: "view", onsubmit: submit(view), novalidate: true },
    h("div", { class: "scroll" }, blocks(view.blocks, sourceOf(state, view))), trouble(view), feet(view)));
  dialog.oncancel = (event) => { event.preventDefault(); does("closes"); };
  if (!dialog.open) dialog.showModal();
  (dialog.querySelector("[aria-invalid]") ?? dialog.querySelector(".field input, .field textarea, .field select"))?.focus();
  return undefined;
}

export function sourceOf(state, view) {
  const where = { view: view.id };
  return {
    me: state.me.id, people: state.people, channels: state.channels, where,
    values: view.values, errors: view.errors ?? {},
    keep: (block_id, action_id, entry) => keep(view, { block_id, action_id, entry }),
    tell: (deed, told) => send(deed, { ...where, ...told }),
    redraw: () => modal(state),
  };
}

const head = (state, view) => h("header", {},
  h("h2", {}, view.title), state.modals.length > 1 && h("small", {}, `${state.modals.length} of 3`),
  h("button", { type: "button", class: "cross", "aria-label": "Close", onclick: () => does("closes", { everything: true }) }, "×"));

const trouble = (view) => view.trouble && h("p", { class: "trouble", role: "alert" }, "⚠ ", view.trouble);

const feet = (view) => h("div", { class: "feet" },
  h("button", { type: "button", class: "button", onclick: () => does("closes") }, view.close || "Cancel"),
  view.submit && h("button", { type: "submit", class: "button primary" }, view.submit));

const submit = (view) => async (event) => {
  event.preventDefault();
  await busy(event.target.querySelector("[type=submit]"), () => send("submits", { view: view.id }));
};

async function send(deed, told) {
  const entries = [...typed.values()];
  typed = new Map();
  const result = await does(deed, { ...told, entries });
  if (result.trouble && deed !== "submits") say(result.trouble);
  return result;
}

export function say(words) {
  const toast = at("toast");
  toast.textContent = words;
  toast.hidden = false;
  clearTimeout(say.timer);
  say.timer = setTimeout(() => { toast.hidden = true; }, 5000);
}

// What rests for a moment goes to the sandbox, so that an update of the view keeps it.
function keep(view, entry) {
  typed.set(`${entry.block_id}\n${entry.action_id}`, entry);
  clearTimeout(resting);
  resting = setTimeout(() => typed.size && send("fills", { view: view.id }), 400);
}

function forget(view) {
  typed = new Map();
  drawnView = view;
}

// The topmost modal, drawn anew only when the app changes it or something is wrong.

import { blocks } from "./blocks.js";
import { busy } from "./busy.js";
import { at, h, show } from "./dom.js";
import { say } from "./toast.js";
import { does } from "./wire.js";

const REST = 400;
let typed = new Map();
let drawnView = "";
let resting = 0;
let cameFrom = null;

export function modal(state) {
  const dialog = at("modal");
  const view = state.modals.at(-1);
  if (!view) return leave(dialog);
  if (!dialog.open) cameFrom = document.activeElement;
  const isNew = !drawnView.startsWith(`${view.id} `);
  if (`${view.id} ${view.hash}` !== drawnView) forget(`${view.id} ${view.hash}`);
  const focused = dialog.contains(document.activeElement) ? document.activeElement.closest("[data-key]")?.dataset.key : null;
  const scrolled = dialog.querySelector(".scroll")?.scrollTop ?? 0;
  show(dialog, head(state, view), h("form", { class: "view", onsubmit: submit(view), onkeydown: sendWithEnter, novalidate: true },
    h("div", { class: "scroll", tabindex: -1 }, blocks(view.blocks, sourceOf(state, view))), trouble(view), feet(state, view)));
  at("veil").hidden = false;
  at("slack").inert = true;
  if (!dialog.open) dialog.show();
  if (!isNew) dialog.querySelector(".scroll").scrollTop = scrolled;
  focus(dialog, focused);
  return undefined;
}

export function closeModal() {
  return send("closes", {});
}

// For a modal and for the Home.
export function sourceOf(state, view) {
  const where = { view: view.id };
  return {
    me: state.me, people: state.people, channels: state.channels, where,
    values: view.values, errors: view.errors ?? {},
    keep: (block_id, action_id, entry) => keep(view, { block_id, action_id, entry }),
    tell: (deed, told) => send(deed, { ...where, ...told }),
    redraw: () => modal(state),
  };
}

const head = (state, view) => h("header", {},
  h("h2", { id: "modal-title" }, view.title),
  h("button", { type: "button", class: "cross", "aria-label": "Close", onclick: () => does("closes", { everything: true }) }, "×"));

const trouble = (view) => view.trouble && h("p", { class: "trouble", role: "alert" }, h("span", { "aria-hidden": "true" }, "⚠ "), view.trouble);

const feet = (state, view) => h("div", { class: "feet" },
  h("button", { type: "button", class: "button", "data-key": "close", onclick: closeModal }, view.close || (state.modals.length > 1 ? "Back" : view.submit ? "Cancel" : "Close")),
  view.submit && h("button", { type: "submit", class: "button primary", "data-key": "submit" }, view.submit));

const submit = (view) => async (event) => {
  event.preventDefault();
  const button = event.target.querySelector("[type=submit]");
  if (button) await busy(button, () => send("submits", { view: view.id }));
};

function sendWithEnter(event) {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
}

async function send(deed, told) {
  const entries = [...typed.values()];
  typed = new Map();
  clearTimeout(resting);
  const result = await does(deed, { ...told, entries });
  if (result.trouble && !at("modal").open) say(result.trouble);
  return result;
}

// What rests for a moment goes to the sandbox, so that an update of the view keeps it.
function keep(view, entry) {
  typed.set(`${entry.block_id}\n${entry.action_id}`, entry);
  clearTimeout(resting);
  resting = setTimeout(() => typed.size && send("fills", { view: view.id }), REST);
}

function focus(dialog, key) {
  const wrong = dialog.querySelector("[aria-invalid]");
  const same = key && dialog.querySelector(`[data-key="${CSS.escape(key)}"]`);
  const inside = same?.matches("input, select, textarea, button") ? same : same?.querySelector("input, select, textarea, button");
  const first = dialog.querySelector(".field input, .field textarea, .field select") ?? dialog.querySelector(".scroll");
  (wrong ?? inside ?? first).focus();
}

function leave(dialog) {
  forget("");
  at("veil").hidden = true;
  at("slack").inert = false;
  if (!dialog.open) return;
  dialog.close();
  (cameFrom?.isConnected && cameFrom !== document.body ? cameFrom : document.querySelector("#composer textarea"))?.focus();
}

function forget(view) {
  typed = new Map();
  drawnView = view;
}

// The topmost modal, drawn anew only when the app changes it or something is wrong.

import { blocks } from "./blocks.js";
import { busy } from "./busy.js";
import { at, h, show } from "./dom.js";
import { doesWithTyped, isTold, keep, tellTyped } from "./entries.js";
import { living } from "./focus.js";
import { say } from "./toast.js";

let drawn = { view: "", print: "" };
let cameFrom = null;

export function modal(state) {
  const view = state.modals.at(-1);
  if (!view) return leave(at("modal"));
  const { id, hash, errors, trouble } = view;
  const print = JSON.stringify([state.me.id, state.modals.length, id, hash, errors, trouble]);
  if (print === drawn.print) return undefined;
  if (id === drawn.view && !isTold()) return tellTyped();
  draw(at("modal"), state, view);
  drawn = { view: id, print };
  return undefined;
}

function draw(dialog, state, view) {
  const isNew = view.id !== drawn.view;
  const scrolled = isNew ? 0 : dialog.querySelector(".scroll").scrollTop;
  if (!dialog.open) cameFrom = document.activeElement;
  show(dialog, head(state, view), h("form", { class: "view", onsubmit: submit(view), onkeydown: sendWithEnter, novalidate: true },
    h("div", { class: "scroll", tabindex: -1 }, blocks(view.blocks, sourceOf(state, view))), trouble(view), feet(state, view)));
  at("veil").hidden = false;
  at("slack").inert = true;
  if (!dialog.open) dialog.show();
  dialog.querySelector(".scroll").scrollTop = scrolled;
  if (isNew || !dialog.contains(document.activeElement)) begin(dialog);
}

export const closeModal = () => send("closes", { view: drawn.view });

// For a modal and for the Home.
export function sourceOf(state, view) {
  const where = { view: view.id };
  return {
    me: state.me, people: state.people, channels: state.channels, where,
    values: view.values, errors: view.errors ?? {},
    keep: (block_id, action_id, entry) => keep({ ...where, block_id, action_id, entry }),
    tell: (deed, told) => send(deed, { ...where, ...told }),
  };
}

const head = (state, view) => h("header", {},
  h("h2", { id: "modal-title" }, view.title),
  h("button", { type: "button", class: "cross", "aria-label": "Close", onclick: () => send("closes", { view: view.id, everything: true }) }, "×"));

const trouble = (view) => view.trouble && h("p", { class: "trouble", role: "alert" }, h("span", { "aria-hidden": "true" }, "⚠ "), view.trouble);

const feet = (state, view) => h("div", { class: "feet" },
  h("button", { type: "button", class: "button", "data-key": "close", onclick: closeModal }, view.close || (state.modals.length > 1 ? "Back" : view.submit ? "Cancel" : "Close")),
  view.submit && h("button", { type: "submit", class: "button primary", "data-key": "submit" }, view.submit));

const submit = (view) => async (event) => {
  event.preventDefault();
  const button = event.target.querySelector("[type=submit]");
  if (button) await busy(button, () => send("submits", { view: view.id }));
  at("modal").querySelector("[aria-invalid]")?.focus();
};

function sendWithEnter(event) {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
}

async function send(deed, told) {
  const result = await doesWithTyped(deed, told);
  if (result.trouble && !at("modal").open) say(result.trouble);
  return result;
}

const begin = (dialog) => (dialog.querySelector("[aria-invalid], .field input, .field textarea, .field select") ?? dialog.querySelector(".scroll")).focus();

function leave(dialog) {
  drawn = { view: "", print: "" };
  at("veil").hidden = true;
  at("slack").inert = false;
  if (!dialog.open) return;
  dialog.close();
  const back = living(cameFrom);
  (back && back !== document.body ? back : document.querySelector("#composer textarea"))?.focus();
}

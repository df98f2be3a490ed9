// Buttons, menus and pickers, in messages and in views.

import { at, h, show } from "./dom.js";
import { input, isInput } from "./inputs.js";
import { words } from "./text.js";

export function element(one, block, source) {
  if (one.visible_to_user_ids && !one.visible_to_user_ids.includes(source.me)) return null;
  if (one.type === "image") return image(one, "thumb");
  if (one.type === "overflow") return menu(one, block, source);
  if (isInput(one.type)) return input(one, block, source, (entry) => chosen(one, block, source, entry));
  return button(one, block, source);
}

export const image = (one, size) => h("img", { class: size, src: one.image_url, alt: one.alt_text, title: one.alt_text });

function button(one, block, source) {
  const press = async (event) => {
    const pressed = event.currentTarget;
    if (!(await agreed(one.confirm))) return;
    if (one.url) window.open(one.url, "_blank", "noopener,noreferrer");
    await busy(pressed, () => source.tell("presses", { block_id: block.block_id, action_id: one.action_id }));
  };
  return h("button", { type: "button", "data-key": `${block.block_id} ${one.action_id}`, class: `button ${one.style ?? ""}`, "aria-label": one.accessibility_label, onclick: press }, words(one.text));
}

function menu(one, block, source) {
  const choose = (option) => async (event) => {
    event.currentTarget.closest("details").open = false;
    if (await agreed(one.confirm)) await chosen(one, block, source, option.value, true);
  };
  const items = one.options.map((option) => h("button", { type: "button", role: "menuitem", onclick: choose(option) }, words(option.text)));
  return h("details", { class: "overflow", ontoggle: openWhereThereIsRoom, onkeydown: closeOnEscape, onfocusout: closeWhenLeft },
    h("summary", { class: "button", "aria-label": "More" }, "⋯"), h("div", { class: "menu", role: "menu" }, items));
}

async function chosen(one, block, source, entry, sure = false) {
  if (!sure && !(await agreed(one.confirm))) return source.redraw();
  return source.tell("chooses", { block_id: block.block_id, action_id: one.action_id, entry });
}

export async function busy(pressed, work) {
  pressed.setAttribute("aria-busy", "true");
  try {
    await work();
  } finally {
    pressed.removeAttribute("aria-busy");
  }
}

function openWhereThereIsRoom({ currentTarget: details }) {
  const below = window.innerHeight - details.getBoundingClientRect().bottom;
  details.classList.toggle("up", details.open && below < 290);
}

export function closeOnEscape(event) {
  if (event.key !== "Escape" || !event.currentTarget.open) return;
  event.currentTarget.open = false;
  event.stopPropagation();
}

export function closeWhenLeft(event) {
  if (!event.currentTarget.contains(event.relatedTarget)) event.currentTarget.open = false;
}

function agreed(confirm) {
  if (!confirm) return Promise.resolve(true);
  const dialog = at("confirm");
  return new Promise((resolve) => {
    const answer = (value) => () => dialog.close(value);
    show(dialog,
      h("h2", {}, words(confirm.title)), h("p", {}, words(confirm.text)),
      h("div", { class: "feet" },
        h("button", { type: "button", class: "button", onclick: answer("no") }, words(confirm.deny)),
        h("button", { type: "button", class: `button ${confirm.style ?? "primary"}`, onclick: answer("yes") }, words(confirm.confirm))));
    dialog.returnValue = "no";
    dialog.onclose = () => resolve(dialog.returnValue === "yes");
    dialog.showModal();
  });
}

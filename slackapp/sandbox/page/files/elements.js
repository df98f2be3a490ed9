// Buttons and menus, in messages and in views.

import { busy } from "./busy.js";
import { agreed } from "./confirm.js";
import { h } from "./dom.js";
import { input, isInput } from "./inputs.js";
import { menuButton } from "./popup.js";
import { words } from "./text.js";

export function element(one, block, source) {
  if (one.visible_to_user_ids && !one.visible_to_user_ids.includes(source.me.id)) return null;
  if (one.type === "image") return image(one, "thumb");
  if (one.type === "overflow") return overflow(one, block, source);
  if (isInput(one.type)) return h("span", { class: "chooser" }, input(one, block, source, (entry) => chosen(one, block, source, entry)));
  return button(one, block, source);
}

export const image = (one, size) => h("img", { class: size, src: one.image_url, alt: one.alt_text, title: one.alt_text });

function button(one, block, source) {
  const press = async ({ currentTarget: pressed }) => {
    if (!(await agreed(one.confirm))) return;
    if (one.url) window.open(one.url, "_blank", "noopener,noreferrer");
    await busy(pressed, () => source.tell("presses", { block_id: block.block_id, action_id: one.action_id }));
  };
  return h("button", { type: "button", "data-key": `${block.block_id} ${one.action_id}`, class: `button ${one.style ?? ""}`, "aria-label": one.accessibility_label, onclick: press }, words(one.text));
}

function overflow(one, block, source) {
  const choose = async (option) => {
    if (await agreed(one.confirm)) await busy(button, () => tellChosen(one, block, source, option.value));
  };
  const button = menuButton({ class: "button dots", "aria-label": "More", "data-key": `${block.block_id} ${one.action_id}` }, "⋯",
    one.options.map((option) => [words(option.text), () => choose(option)]));
  return button;
}

async function chosen(one, block, source, entry) {
  return (await agreed(one.confirm)) ? tellChosen(one, block, source, entry) : source.redraw();
}

const tellChosen = (one, block, source, entry) => source.tell("chooses", { block_id: block.block_id, action_id: one.action_id, entry });

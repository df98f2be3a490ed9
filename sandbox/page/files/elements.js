// Buttons and menus, in messages and in views.

import { busy } from "./busy.js";
import { agreed } from "./confirm.js";
import { h, show } from "./dom.js";
import { input, isInput } from "./inputs.js";
import { menuButton } from "./popup.js";
import { words } from "./text.js";

export function element(one, block, source) {
  if (one.visible_to_user_ids && !one.visible_to_user_ids.includes(source.me.id)) return null;
  if (one.type === "image") return image(one, "thumb");
  if (one.type === "overflow") return overflow(one, block, source);
  if (isInput(one.type)) return chooser(one, block, source);
  return button(one, block, source);
}

// Only the sandbox's own pictures are loaded; of all others their words are shown.
export const image = (one, size) => (one.source
  ? h("img", { class: size, src: one.source, alt: one.alt_text, title: one.alt_text })
  : h("span", { class: "missing", role: "img", "aria-label": one.alt_text }, `🖼 ${one.alt_text}`));

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

// Who does not confirm what they chose sees again what was chosen before.
function chooser(one, block, source) {
  const choose = async (entry) => ((await agreed(one.confirm)) ? tellChosen(one, block, source, entry) : fill());
  const box = h("span", { class: "chooser", "data-key": `${block.block_id} ${one.action_id}` });
  const fill = () => show(box, input(one, block, source, choose));
  fill();
  return box;
}

const tellChosen = (one, block, source, entry) => source.tell("chooses", { block_id: block.block_id, action_id: one.action_id, entry });

// A field of a form: label, input, hint, and what is wrong with it.

import { h } from "./dom.js";
import { input } from "./inputs.js";
import { words } from "./text.js";

export function field(block, source) {
  const one = block.element;
  const changed = (entry, whileTyping) => {
    source.keep(block.block_id, one.action_id, entry);
    if (block.dispatch_action && !whileTyping) source.tell("chooses", { block_id: block.block_id, action_id: one.action_id, entry });
  };
  const error = source.errors[block.block_id];
  const id = `field-${block.block_id}`;
  const control = input(one, block, source, changed);
  name(control, block, { id, error });
  control.dataset.key = `${block.block_id} ${one.action_id}`;
  return h("div", { class: `block field${error ? " wrong" : ""}` },
    h("label", { class: "label", for: id }, words(block.label), block.optional && h("small", {}, " (optional)")),
    control,
    error && h("p", { class: "error", id: `${id}-error`, role: "alert" }, error),
    block.hint && h("p", { class: "hint", id: `${id}-hint` }, words(block.hint)));
}

// Named directly, so that what is read aloud is the label without "(optional)".
function name(control, block, { id, error }) {
  const target = control.matches("input, select, textarea, [role]") ? control : control.querySelector("input, select") ?? control;
  target.id = id;
  target.setAttribute("aria-label", words(block.label));
  if (!block.optional) target.setAttribute("aria-required", "true");
  const about = [error && `${id}-error`, block.hint && `${id}-hint`].filter(Boolean);
  if (about.length) target.setAttribute("aria-describedby", about.join(" "));
  if (error) target.setAttribute("aria-invalid", "true");
}

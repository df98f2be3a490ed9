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
  const id = `e-${block.block_id}`;
  const control = input(one, block, source, changed);
  name(control, words(block.label), error ? id : null);
  return h("div", { class: `block field${error ? " wrong" : ""}` },
    h("span", { class: "label" }, words(block.label), block.optional && h("small", {}, " (optional)")),
    control,
    error && h("p", { class: "error", id, role: "alert" }, error),
    block.hint && h("p", { class: "hint" }, words(block.hint)));
}

function name(control, label, describedBy) {
  const target = control.matches("input, select, textarea, [role]") ? control : control.querySelector("input, select") ?? control;
  target.setAttribute("aria-label", label);
  if (describedBy) {
    target.setAttribute("aria-describedby", describedBy);
    target.setAttribute("aria-invalid", "true");
  }
}

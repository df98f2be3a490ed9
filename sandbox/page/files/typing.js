// Inputs in which one types, and those for dates and times.

import { h } from "./dom.js";
import { words } from "./text.js";
import { asSeconds, inZone } from "./zone.js";

const held = (state, key) => state[key] ?? "";

export const typed = (kind) => (one, state, tell) => {
  const traits = { value: held(state, "value"), placeholder: words(one.placeholder), oninput: (event) => tell(event.target.value || null, true) };
  if (one.multiline) return h("textarea", { rows: 4, maxlength: one.max_length, ...traits });
  return h("input", { type: kind, step: one.is_decimal_allowed ? "any" : undefined, maxlength: one.max_length, autocomplete: "off", ...traits });
};

export const rich = (one, state, tell) => h("textarea", {
  rows: 5, placeholder: words(one.placeholder), value: plain(state.rich_text_value), oninput: (event) => tell(event.target.value || null, true),
});

const plain = (value) => (value?.paragraphs ?? []).map((p) => p.spans.map((s) => s.text).join("")).join("\n");

export const picker = (kind, key) => (one, state, tell) =>
  h("input", { type: kind, value: held(state, key), onchange: (event) => tell(event.target.value || null) });

export const moment = (one, state, tell, { me }) => h("input", {
  type: "datetime-local", value: state.selected_date_time ? inZone(state.selected_date_time, me.zone) : "",
  onchange: (event) => tell(event.target.value ? asSeconds(event.target.value, me.zone) : null),
});

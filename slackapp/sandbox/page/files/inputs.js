// Every kind of element that holds a value. `tell` is called with the entry when it changes.

import { h } from "./dom.js";
import { does } from "./wire.js";
import { words } from "./text.js";

export const isInput = (kind) => kind in KINDS;

export function input(one, block, source, tell) {
  const held = source.values[block.block_id]?.[one.action_id] ?? {};
  return KINDS[one.type](one, held, tell, { ...source, block });
}

const held = (state, key) => state[key] ?? "";

const typed = (kind) => (one, state, tell) => {
  const traits = { value: held(state, "value"), placeholder: words(one.placeholder), oninput: (e) => tell(e.target.value || null, true) };
  if (one.multiline) return h("textarea", { rows: 4, maxlength: one.max_length, ...traits });
  return h("input", { type: kind, step: one.is_decimal_allowed ? "any" : undefined, maxlength: one.max_length, autocomplete: "off", ...traits });
};

const rich = (one, state, tell) => h("textarea", {
  rows: 5, placeholder: words(one.placeholder), value: richText(state.rich_text_value), oninput: (e) => tell(e.target.value || null, true),
});

const richText = (value) => (value?.paragraphs ?? []).map((p) => p.spans.map((s) => s.text).join("")).join("\n");

const picker = (kind, key) => (one, state, tell) =>
  h("input", { type: kind, value: held(state, key), onchange: (e) => tell(e.target.value || null) });

function moment(one, state, tell) {
  const local = state.selected_date_time ? new Date(state.selected_date_time * 1000 - new Date().getTimezoneOffset() * 60000) : null;
  const value = local ? local.toISOString().slice(0, 16) : "";
  return h("input", { type: "datetime-local", value, onchange: (e) => tell(e.target.value ? Math.floor(new Date(e.target.value) / 1000) : null) });
}

const ofOption = (option) => [option.value, words(option.text)];
const groupsOf = (one) => (one.option_groups
  ? one.option_groups.map((group) => [words(group.label), group.options.map(ofOption)])
  : [["", one.options.map(ofOption)]]);
const people = (_one, source) => [["", source.people.filter((p) => !p.deleted).map((p) => [p.id, p.name])]];
const channels = (_one, source) => [["", source.channels.map((c) => [c.id, `# ${c.name}`])]];

const single = (offered, key) => (one, state, tell, source) => {
  const value = key === "selected_option" ? state[key]?.value ?? "" : held(state, key);
  const groups = offered(one, source);
  return h("select", { onchange: (e) => tell(e.target.value || null), "aria-label": words(one.placeholder) || null },
    h("option", { value: "", selected: !value }, words(one.placeholder) || "Choose…"),
    groups.map(([label, options]) => grouped(label, options.map(([id, name]) => h("option", { value: id, selected: id === value }, name)))));
};

const grouped = (label, options) => (label ? h("optgroup", { label }, options) : options);

// Several of many: what is chosen as removable chips, and a select that adds one.
const several = (offered, key) => (one, state, tell, source) => {
  const chosen = (state[key] ?? []).map((item) => (key === "selected_options" ? item.value : item));
  return chips(offered(one, source).flatMap(([, options]) => options), chosen, words(one.placeholder), tell);
};

function chips(options, start, placeholder, tell) {
  const box = h("div", { class: "chips" });
  const name = new Map(options);
  const draw = (chosen) => {
    const change = (next) => { draw(next); tell(next); };
    const rest = options.filter(([id]) => !chosen.includes(id));
    box.replaceChildren(
      ...chosen.map((id) => h("span", { class: "chip" }, name.get(id) ?? id,
        h("button", { type: "button", "aria-label": `Remove ${name.get(id) ?? id}`, onclick: () => change(chosen.filter((c) => c !== id)) }, "×"))),
      h("select", { onchange: (e) => change([...chosen, e.target.value]), "aria-label": placeholder || "Add" },
        h("option", { value: "" }, placeholder || "Add…"), rest.map(([id, text]) => h("option", { value: id }, text))));
  };
  draw(start);
  return box;
}

const boxes = (kind) => (one, state, tell) => {
  const chosen = new Set((kind === "radio" ? [state.selected_option] : state.selected_options ?? []).filter(Boolean).map((o) => o.value));
  const group = `g${Math.random()}`;
  const tick = (value) => (event) => {
    if (kind === "radio") return tell(value);
    if (event.target.checked) chosen.add(value); else chosen.delete(value);
    return tell([...chosen]);
  };
  return h("div", { class: "ticks", role: kind === "radio" ? "radiogroup" : "group" }, one.options.map((option) =>
    h("label", { class: "tick" },
      h("input", { type: kind, name: group, checked: chosen.has(option.value), onchange: tick(option.value) }),
      h("span", {}, words(option.text), option.description && h("small", {}, words(option.description))))));
};

// An external select asks the app while one types.
const external = (many) => (one, state, tell, source) => {
  const now = many ? state.selected_options ?? [] : [state.selected_option].filter(Boolean);
  const list = h("div", { class: "offers", role: "listbox" });
  const shown = now.map((o) => words(o.text)).join(", ");
  const box = h("input", { type: "text", role: "combobox", placeholder: words(one.placeholder) || "Search…", value: many ? "" : shown, autocomplete: "off" });
  const pick = (option) => { box.value = many ? "" : words(option.text); list.replaceChildren(); tell(many ? [...now, clean(option)] : clean(option)); };
  let waiting = 0;
  const search = async () => {
    if (box.value.length < (one.min_query_length ?? 3)) return list.replaceChildren();
    const query = box.value;
    const { options = [] } = await does("suggests", { ...source.where, block_id: source.block.block_id, action_id: one.action_id, query });
    if (query !== box.value) return undefined;
    return list.replaceChildren(...options.map((o) => h("button", { type: "button", role: "option", onclick: () => pick(o) }, words(o.text))));
  };
  box.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(search, 200); });
  if ((one.min_query_length ?? 3) === 0) box.addEventListener("focus", search);
  return h("div", { class: "external" }, many && now.map((o) => h("span", { class: "chip" }, words(o.text))), box, list);
};

const clean = (option) => JSON.parse(JSON.stringify(option, (key, value) => (key === "paragraphs" ? undefined : value)));

const KINDS = {
  plain_text_input: typed("text"),
  email_text_input: typed("email"),
  url_text_input: typed("url"),
  number_input: typed("number"),
  rich_text_input: rich,
  file_input: () => h("p", { class: "hint" }, "Files cannot be added in the sandbox."),
  datepicker: picker("date", "selected_date"),
  timepicker: picker("time", "selected_time"),
  datetimepicker: moment,
  static_select: single(groupsOf, "selected_option"),
  users_select: single(people, "selected_user"),
  channels_select: single(channels, "selected_channel"),
  conversations_select: single(channels, "selected_conversation"),
  multi_static_select: several(groupsOf, "selected_options"),
  multi_users_select: several(people, "selected_users"),
  multi_channels_select: several(channels, "selected_channels"),
  multi_conversations_select: several(channels, "selected_conversations"),
  external_select: external(false),
  multi_external_select: external(true),
  checkboxes: boxes("checkbox"),
  radio_buttons: boxes("radio"),
};

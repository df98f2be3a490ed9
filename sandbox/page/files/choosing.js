// Inputs in which one chooses from what is there.

import { h } from "./dom.js";
import { words } from "./text.js";

const ofOption = (option) => [option.value, words(option.text)];

// What is offered: groups of [value, words], with the words above each group.
export const optionsOf = (one) => (one.option_groups
  ? one.option_groups.map((group) => [words(group.label), group.options.map(ofOption)])
  : [["", one.options.map(ofOption)]]);
export const people = (_one, source) => [["", source.people.filter((p) => !p.deleted && !p.is_bot).map((p) => [p.id, p.name])]];
export const channels = (_one, source) => [["", source.channels.map((c) => [c.id, `# ${c.name}`])]];

export const single = (offered, key) => (one, state, tell, source) => {
  const value = key === "selected_option" ? state[key]?.value ?? "" : state[key] ?? "";
  return h("select", { onchange: (event) => tell(event.target.value || null), "aria-label": words(one.placeholder) || null },
    h("option", { value: "", selected: !value }, words(one.placeholder) || "Choose…"),
    offered(one, source).map(([label, options]) => grouped(label, options.map(([id, name]) => h("option", { value: id, selected: id === value }, name)))));
};

const grouped = (label, options) => (label ? h("optgroup", { label }, options) : options);

// Several of many: what is chosen as removable chips, and a select that adds one.
export const several = (offered, key) => (one, state, tell, source) => {
  const chosen = (state[key] ?? []).map((item) => (key === "selected_options" ? item.value : item));
  return chips(offered(one, source).flatMap(([, options]) => options), chosen, words(one.placeholder), tell);
};

function chips(options, start, placeholder, tell) {
  const box = h("div", { class: "chips" });
  const names = new Map(options);
  const adder = h("select", {});
  adder.onchange = () => adder.value && change([...chosen, adder.value]);
  let chosen = start;
  const change = (next) => { chosen = next; draw(); tell(next); adder.focus(); };
  const draw = () => {
    const rest = options.filter(([id]) => !chosen.includes(id)).map(([id, text]) => h("option", { value: id }, text));
    adder.replaceChildren(h("option", { value: "" }, placeholder || "Add…"), ...rest);
    box.replaceChildren(...chosen.map((id) => chip(names.get(id) ?? id, () => change(chosen.filter((each) => each !== id)))), adder);
  };
  draw();
  return box;
}

export const chip = (text, remove) => h("span", { class: "chip" }, text, h("button", { type: "button", "aria-label": `Remove ${text}`, onclick: remove }, "×"));

let groups = 0;

export const ticks = (kind) => (one, state, tell) => {
  const chosen = new Set((kind === "radio" ? [state.selected_option] : state.selected_options ?? []).filter(Boolean).map((o) => o.value));
  const group = `ticks${++groups}`;
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

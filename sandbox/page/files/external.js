// A select whose options the app finds while one types.

import { chip } from "./choosing.js";
import { h } from "./dom.js";
import { finder } from "./finder.js";
import { words } from "./text.js";
import { tell as tellSandbox } from "./wire.js";

export const external = (many) => (one, state, tell, source) => {
  const search = (query) => tellSandbox("suggests", { ...source.where, block_id: source.block.block_id, action_id: one.action_id, query });
  return many ? several(one, search, state.selected_options ?? [], tell) : single(one, search, state.selected_option, tell);
};

function single(one, search, start, tell) {
  let chosen = start;
  const choose = (option) => { chosen = option; tell(option && bare(option)); };
  const { box, list } = finder(one, search, {
    held: () => (chosen ? words(chosen.text) : ""),
    pick: (option) => { choose(option); box.value = words(option.text); },
  });
  box.value = chosen ? words(chosen.text) : "";
  box.addEventListener("input", () => box.value || choose(null));
  return h("div", { class: "external" }, box, list);
}

function several(one, search, start, tell) {
  const chips = h("span", { class: "chips" });
  let chosen = start;
  const without = (option) => chosen.filter((each) => each.value !== option.value);
  const { box, list } = finder(one, search, { held: () => "", pick: (option) => { box.value = ""; change([...without(option), option]); } });
  const draw = () => chips.replaceChildren(...chosen.map((option) => chip(words(option.text), () => change(without(option)))));
  const change = (next) => {
    chosen = next;
    draw();
    tell(next.map(bare));
    if (document.activeElement === document.body) box.focus();
  };
  draw();
  return h("div", { class: "external" }, chips, box, list);
}

// As the app sent it, without what the sandbox added for the page.
const bare = (option) => JSON.parse(JSON.stringify(option, (key, value) => (key === "paragraphs" ? undefined : value)));

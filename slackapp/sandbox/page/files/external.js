// A select whose options the app finds while one types.

import { chip } from "./choosing.js";
import { h } from "./dom.js";
import { words } from "./text.js";
import { tell as tellSandbox } from "./wire.js";

const REST = 200;
let boxes = 0;

export const external = (many) => (one, state, tell, source) => {
  const search = (query) => tellSandbox("suggests", { ...source.where, block_id: source.block.block_id, action_id: one.action_id, query });
  const finder = find(one, search);
  if (many) return severalFound(finder, state.selected_options ?? [], tell);
  finder.box.value = state.selected_option ? words(state.selected_option.text) : "";
  finder.box.addEventListener("input", () => finder.box.value || tell(null));
  finder.whenPicked((option) => { finder.box.value = words(option.text); tell(bare(option)); });
  return h("div", { class: "external" }, finder.box, finder.list);
};

function severalFound(finder, start, tell) {
  const chips = h("span", { class: "chips" });
  let chosen = start;
  const change = (next) => { chosen = next; draw(); tell(next.map(bare)); finder.box.focus(); };
  const without = (option) => chosen.filter((each) => each.value !== option.value);
  const draw = () => chips.replaceChildren(...chosen.map((option) => chip(words(option.text), () => change(without(option)))));
  finder.whenPicked((option) => { finder.box.value = ""; change([...without(option), option]); });
  draw();
  return h("div", { class: "external" }, chips, finder.box, finder.list);
}

// A box to type in, and below it what was found.
function find(one, search) {
  const least = one.min_query_length ?? 3;
  const list = h("div", { class: "offers", role: "listbox", id: `found${++boxes}`, "aria-label": "Suggestions" });
  const box = h("input", { type: "text", role: "combobox", "aria-expanded": "false", "aria-controls": list.id, "aria-autocomplete": "list", autocomplete: "off", placeholder: words(one.placeholder) || "Search…" });
  let picked = () => {};
  let waiting = 0;
  const fill = (options) => {
    list.replaceChildren(...options.map((option, index) => h("button", { type: "button", role: "option", tabindex: -1, "aria-selected": String(index === 0), onclick: () => { fill([]); picked(option); } }, words(option.text))));
    box.setAttribute("aria-expanded", String(options.length > 0));
  };
  const look = async () => {
    const query = box.value;
    if (query.length < least) return fill([]);
    const { options = [] } = await search(query);
    return query === box.value && box.matches(":focus") ? fill(options) : undefined;
  };
  box.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(look, REST); });
  box.addEventListener("click", () => least === 0 && !box.value && look());
  box.addEventListener("blur", () => setTimeout(() => fill([]), REST));
  box.addEventListener("keydown", (event) => (event.key === "ArrowDown" && !list.firstChild ? look() : keys(event, list)));
  return { box, list, whenPicked: (does) => { picked = does; } };
}

function keys(event, list) {
  const items = [...list.children];
  if (!items.length) return;
  const here = items.findIndex((item) => item.getAttribute("aria-selected") === "true");
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) items.forEach((item, index) => item.setAttribute("aria-selected", String(index === (here + step + items.length) % items.length)));
  if (event.key === "Enter") items[here].click();
  if (event.key === "Escape") list.replaceChildren();
  if (step || event.key === "Enter" || event.key === "Escape") event.preventDefault();
}

// As the app sent it, without what the sandbox added for the page.
const bare = (option) => JSON.parse(JSON.stringify(option, (key, value) => (key === "paragraphs" ? undefined : value)));

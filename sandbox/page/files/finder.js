// A box to type in, and below it what was found. `held` is what stands in the box when nobody searches.

import { h } from "./dom.js";
import { words } from "./text.js";

const REST = 200;
let boxes = 0;

export function finder(one, search, { held, pick }) {
  const least = one.min_query_length ?? 3;
  const list = h("div", { class: "offers", role: "listbox", id: `found${++boxes}`, "aria-label": "Suggestions", onmousedown: (event) => event.preventDefault() });
  const box = h("input", { type: "text", role: "combobox", "aria-expanded": "false", "aria-controls": list.id, "aria-autocomplete": "list", autocomplete: "off", placeholder: words(one.placeholder) || "Search…" });
  let waiting = 0;
  let listed = null;
  let wanted = null;

  const offer = (items, query) => {
    listed = query;
    list.replaceChildren(...items);
    box.setAttribute("aria-expanded", String(items.length > 0));
  };
  const close = () => offer([], null);
  const take = (option) => { close(); wanted = null; pick(option); };
  const isFocused = () => box.matches(":focus");

  const look = async () => {
    clearTimeout(waiting);
    const query = box.value;
    if (query.length < least) return close();
    const { options = [] } = await search(query);
    if (query !== box.value) return undefined;
    if (query === wanted && options.length) return take(options[0]);
    wanted = null;
    return isFocused() ? offer(options.length ? options.map((option, index) => item(option, index, take)) : [nothing()], query) : rest();
  };
  // Words of which nothing was chosen do not stay, as if they were an answer.
  const rest = () => { close(); if (wanted === null) box.value = held(); };

  box.addEventListener("input", () => { wanted = null; clearTimeout(waiting); waiting = setTimeout(look, REST); });
  box.addEventListener("click", () => least === 0 && !box.value && look());
  box.addEventListener("blur", () => setTimeout(() => isFocused() || rest(), REST));
  box.addEventListener("keydown", (event) => {
    const isEnter = event.key === "Enter" && !event.ctrlKey && !event.metaKey;
    const isAnswered = listed === box.value && list.firstChild;
    if (isAnswered && keys(event, list, close)) event.preventDefault();
    else if (event.key === "ArrowDown") look();
    else if (isEnter && box.value !== held()) {
      // Who is quicker than the app takes the first that will be found; the form is not sent without it.
      event.preventDefault();
      wanted = box.value;
      look();
    }
  });
  return { box, list };
}

const item = (option, index, take) => h("button", { type: "button", role: "option", tabindex: -1, "aria-selected": String(index === 0), onclick: () => take(option) }, words(option.text));
const nothing = () => h("p", { class: "usage" }, "Nothing found");

// Whether the key was one for the list.
function keys(event, list, close) {
  const items = [...list.querySelectorAll("[role=option]")];
  const here = items.findIndex((one) => one.getAttribute("aria-selected") === "true");
  const step = items.length && { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) items.forEach((one, index) => one.setAttribute("aria-selected", String(index === (here + step + items.length) % items.length)));
  else if (event.key === "Enter") items[here]?.click();
  else if (event.key === "Escape") close();
  else return false;
  return true;
}

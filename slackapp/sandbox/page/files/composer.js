// Writing: messages, commands with their hints, names after @ and #, and global shortcuts.

import { at, h, show } from "./dom.js";
import { closeOnEscape, closeWhenLeft } from "./elements.js";
import { say } from "./modal.js";
import { does, looking } from "./wire.js";

export function composer(state) {
  const form = at("composer");
  form.hidden = looking.home || !state.channel || state.channel.is_archived;
  if (form.hidden) return;
  const name = state.channel.kind === "im" ? state.channel.name : `#${state.channel.name}`;
  draft(form, state, { placeholder: `Message ${name}, or / for commands`, extra: shortcuts(state) });
}

export function draft(form, state, { thread = "", placeholder, extra = null }) {
  const key = `${looking.channel} ${thread}`;
  if (form.dataset.key === key && form.dataset.as === state.me.id) return;
  Object.assign(form.dataset, { key, as: state.me.id });
  const offers = h("div", { class: "offers", role: "listbox", "aria-label": "Suggestions" });
  const box = h("textarea", { rows: 1, placeholder, "aria-label": placeholder });
  const send = async () => {
    const text = box.value.trim();
    if (!text) return;
    box.value = "";
    offers.replaceChildren();
    const { trouble } = await does("types", { channel: looking.channel, thread, text });
    if (trouble) say(trouble);
  };
  box.addEventListener("input", () => offer(box, offers, state));
  box.addEventListener("keydown", (event) => keys(event, box, offers, send));
  form.onsubmit = (event) => { event.preventDefault(); send(); };
  show(form, offers, h("div", { class: "row" }, extra, box, h("button", { type: "submit", class: "button primary", "aria-label": "Send" }, "➤")));
}

function keys(event, box, offers, send) {
  const items = [...offers.children];
  const here = items.findIndex((item) => item.getAttribute("aria-selected") === "true");
  if (items.length && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
    event.preventDefault();
    const next = (here + (event.key === "ArrowDown" ? 1 : -1) + items.length) % items.length;
    items.forEach((item, index) => item.setAttribute("aria-selected", String(index === next)));
  } else if (items.length && (event.key === "Tab" || event.key === "Enter") && items[here]?.dataset.word !== lastWord(box)) {
    event.preventDefault();
    items[Math.max(here, 0)].click();
  } else if (event.key === "Escape" && items.length) {
    event.stopPropagation();
    offers.replaceChildren();
  } else if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    send();
  }
}

const lastWord = (box) => box.value.slice(0, box.selectionStart).split(/\s/).at(-1);

function offer(box, offers, state) {
  const word = lastWord(box);
  const first = box.value.startsWith(word);
  const found = word.length > 0 ? candidates(word, first, state) : [];
  offers.replaceChildren(...found.slice(0, 8).map(([text, hint], index) => h("button", {
    type: "button", role: "option", "data-word": text, "aria-selected": String(index === 0),
    onclick: () => complete(box, offers, word, text),
  }, h("strong", {}, text), " ", h("small", {}, hint))));
}

function candidates(word, first, state) {
  if (word[0] === "/" && first) return state.commands.filter((c) => c.name.startsWith(word)).map((c) => [c.name, `${c.usage_hint} ${c.description}`]);
  const wanted = word.slice(1).toLowerCase();
  if (word[0] === "@") return state.people.filter((p) => `${p.handle} ${p.name.toLowerCase()}`.includes(wanted)).map((p) => [`@${p.handle}`, p.name]);
  if (word[0] === "#") return state.channels.filter((c) => c.name.includes(wanted)).map((c) => [`#${c.name}`, ""]);
  return [];
}

function complete(box, offers, word, text) {
  const end = box.selectionStart;
  const start = end - word.length;
  box.value = `${box.value.slice(0, start)}${text} ${box.value.slice(end)}`;
  box.selectionStart = box.selectionEnd = start + text.length + 1;
  offers.replaceChildren();
  box.focus();
}

function shortcuts(state) {
  const all = state.shortcuts.filter((one) => !one.is_for_messages);
  if (!all.length) return null;
  const use = (one) => async (event) => {
    event.currentTarget.closest("details").open = false;
    const { trouble } = await does("uses_shortcut", { callback_id: one.callback_id });
    if (trouble) say(trouble);
  };
  return h("details", { class: "overflow up", onkeydown: closeOnEscape, onfocusout: closeWhenLeft },
    h("summary", { class: "button", "aria-label": "Shortcuts" }, "⚡"),
    h("div", { class: "menu", role: "menu" }, all.map((one) => h("button", { type: "button", role: "menuitem", onclick: use(one) }, one.name))));
}

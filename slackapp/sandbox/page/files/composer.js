// Writing: messages, commands with their hints, names after @ and #, and global shortcuts.

import { busy } from "./busy.js";
import { at, h, show } from "./dom.js";
import { hintFor, offersFor } from "./offers.js";
import { menuButton } from "./popup.js";
import { say } from "./toast.js";
import { about, does, looking } from "./wire.js";

const drafts = new Map();
const keyOf = (channel, person, thread = "") => `${channel} ${person} ${thread}`;

export function composer(state) {
  const form = at("composer");
  form.hidden = looking.home || state.channel.is_archived || state.channel.is_closed || !state.channel.is_member;
  if (form.hidden) return;
  const name = state.channel.kind === "im" ? state.channel.name : `#${state.channel.name}`;
  draft(form, state, { placeholder: `Message ${name}`, extra: shortcuts() });
}

// What shall stand in the composer of a channel when this person comes there.
export function prepare(channel, person, text) {
  drafts.set(keyOf(channel, person), text);
  if (at("composer").dataset.key === keyOf(channel, person)) at("composer").dataset.key = "";
}

export function draft(form, state, { thread = "", placeholder, extra = null }) {
  const key = keyOf(looking.channel, state.me.id, thread);
  if (form.dataset.key === key) return;
  form.dataset.key = key;
  const offers = h("div", { class: "offers", role: "listbox", id: `${form.id}-offers`, "aria-label": "Suggestions" });
  const box = h("textarea", {
    rows: 1, value: drafts.get(key) ?? "", placeholder, "aria-label": placeholder, "aria-controls": offers.id, "aria-autocomplete": "list", autocomplete: "off",
    oninput: () => { drafts.set(key, box.value); offer(box, offers, state); },
    onkeydown: (event) => keys(event, box, offers),
    onblur: () => setTimeout(() => offers.contains(document.activeElement) || offers.replaceChildren(), 150),
  });
  const submit = h("button", { type: "submit", class: "button primary send", "aria-label": "Send" }, "➤");
  form.onsubmit = (event) => { event.preventDefault(); send(submit, box, offers, key, thread); };
  show(form, offers, h("div", { class: "row" }, extra, box, submit));
  if (box.value) offer(box, offers, state);
}

async function send(submit, box, offers, key, thread) {
  const text = box.value.trim();
  if (!text) return;
  drafts.delete(key);
  box.value = "";
  offers.replaceChildren();
  await busy(submit, async () => {
    const { trouble } = await does("types", { channel: looking.channel, thread, text });
    if (trouble) say(trouble);
  });
}

function keys(event, box, offers) {
  const items = [...offers.querySelectorAll("[role=option]")];
  const here = items.findIndex((item) => item.getAttribute("aria-selected") === "true");
  if (items.length && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
    event.preventDefault();
    select(box, items, (here + (event.key === "ArrowDown" ? 1 : -1) + items.length) % items.length);
  } else if (items.length && (event.key === "Tab" || event.key === "Enter") && items[here].dataset.word !== lastWord(box)) {
    event.preventDefault();
    items[here].click();
  } else if (event.key === "Escape" && offers.children.length) {
    event.preventDefault();
    offers.replaceChildren();
  } else if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    box.form.requestSubmit();
  }
}

const lastWord = (box) => box.value.slice(0, box.selectionStart).split(/\s/).at(-1);

function offer(box, offers, state) {
  const word = lastWord(box);
  const found = offersFor(word, box.value.startsWith(word), state).slice(0, 8);
  const items = found.map(([text, hint, words], index) => h("button", {
    type: "button", role: "option", tabindex: -1, id: `${offers.id}-${index}`, "data-word": text, onclick: () => complete(box, offers, word, text),
  }, h("strong", {}, text), h("span", {}, hint), words && h("small", {}, words)));
  const hint = found.length ? "" : hintFor(box.value);
  offers.replaceChildren(...items, ...(hint ? [h("p", { class: "usage" }, hint)] : []));
  select(box, items, 0);
}

function select(box, items, chosen) {
  items.forEach((item, index) => item.setAttribute("aria-selected", String(index === chosen)));
  if (items[chosen]) box.setAttribute("aria-activedescendant", items[chosen].id);
  else box.removeAttribute("aria-activedescendant");
}

function complete(box, offers, word, text) {
  box.setRangeText(`${text} `, box.selectionStart - word.length, box.selectionStart, "end");
  box.focus();
  box.dispatchEvent(new Event("input"));
}

function shortcuts() {
  const all = about.shortcuts.filter((one) => !one.is_for_messages);
  const use = async (one) => {
    const { trouble } = await does("uses_shortcut", { callback_id: one.callback_id });
    if (trouble) say(trouble);
  };
  return all.length > 0 && menuButton({ class: "button", "aria-label": "Shortcuts", title: "Shortcuts" }, "⚡", all.map((one) => [one.name, () => use(one)]));
}

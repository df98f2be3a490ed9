// Writing: messages, commands with their hints, names after @ and #, and global shortcuts.

import { busy } from "./busy.js";
import { at, h, show } from "./dom.js";
import { hintFor, offersFor } from "./offers.js";
import { menuButton } from "./popup.js";
import { say } from "./toast.js";
import { about, does, looking, seen } from "./wire.js";

const drafts = new Map();
let sending = Promise.resolve();
const keyOf = (channel, person, thread = "") => `${channel} ${person} ${thread}`;

export function composer(state) {
  const form = at("composer");
  form.hidden = looking.home || state.channel.is_archived || state.channel.is_closed || !state.channel.is_member;
  if (form.hidden) return;
  const name = state.channel.kind === "im" ? state.channel.name : `#${state.channel.name}`;
  draft(form, state, { placeholder: `Message ${name}`, extra: shortcuts() });
}

// What shall stand in the composer of a channel when this person comes there, unless they have typed something.
export function prepare(channel, person, text) {
  const key = keyOf(channel, person);
  const typed = drafts.get(key)?.trim();
  if (!typed || about.tips.some((tip) => tip.typed === typed)) put(key, text);
}

export function draft(form, state, { thread = "", placeholder, extra = null }) {
  const key = keyOf(looking.channel, state.me.id, thread);
  if (form.dataset.key === key) return;
  form.dataset.key = key;
  const offers = h("div", { class: "offers", role: "listbox", id: `${form.id}-offers`, "aria-label": "Suggestions" });
  const box = h("textarea", {
    rows: 1, value: drafts.get(key) ?? "", placeholder, "aria-label": placeholder, "aria-controls": offers.id, "aria-autocomplete": "list", autocomplete: "off",
    oninput: () => { drafts.set(key, box.value); offer(box, offers); },
    onkeydown: (event) => keys(event, box, offers),
    onblur: () => setTimeout(() => offers.contains(document.activeElement) || offers.replaceChildren(), 150),
  });
  const submit = h("button", { type: "submit", class: "button primary send", "aria-label": "Send" }, "➤");
  const to = { as: state.me.id, channel: looking.channel, thread };
  form.onsubmit = (event) => { event.preventDefault(); send(submit, box, offers, { key, to }); };
  show(form, offers, h("div", { class: "row" }, extra, box, submit));
  if (box.value) offer(box, offers);
}

function send(submit, box, offers, { key, to }) {
  const text = box.value.trim();
  if (!text) return;
  drafts.delete(key);
  box.value = "";
  offers.replaceChildren();
  // Who types faster than the sandbox answers loses nothing: one goes after the other.
  sending = sending.then(() => busy(submit, async () => {
    const { trouble } = await does("types", { ...to, text });
    if (!trouble) return;
    say(trouble);
    put(key, [text, drafts.get(key)].filter(Boolean).join("\n"));
  }));
}

// Lets this stand in the box for these words, now or when it is drawn.
function put(key, text) {
  drafts.set(key, text);
  const form = [at("composer"), at("reply")].find((one) => one.dataset.key === key);
  const box = form?.querySelector("textarea");
  if (!box) return;
  box.value = text;
  box.dispatchEvent(new Event("input"));
}

function keys(event, box, offers) {
  if (event.isComposing) return;
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
  } else if (event.key === "Enter" && !event.shiftKey) {
    event.preventDefault();
    box.form.requestSubmit();
  }
}

const lastWord = (box) => box.value.slice(0, box.selectionStart).split(/\s/).at(-1);

function offer(box, offers) {
  const word = lastWord(box);
  const found = offersFor(word, box.value.startsWith(word), seen()).slice(0, 8);
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

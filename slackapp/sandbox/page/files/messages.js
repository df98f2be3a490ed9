// Messages in a channel and in a thread, and the App Home.

import { blocks } from "./blocks.js";
import { at, h, show } from "./dom.js";
import { closeOnEscape, closeWhenLeft } from "./elements.js";
import { say, sourceOf } from "./modal.js";
import { draft } from "./composer.js";
import { paragraphs } from "./text.js";
import { does, look, looking } from "./wire.js";

const QUICK = [["eyes", "👀"], ["white_check_mark", "✅"], ["+1", "👍"]];

export function messages(state) {
  const pane = at("messages");
  const atEnd = pane.scrollHeight - pane.scrollTop - pane.clientHeight < 120 || pane.dataset.channel !== looking.channel;
  pane.dataset.channel = looking.channel;
  pane.className = "";
  show(pane, state.messages.length ? days(state) : h("p", { class: "empty" }, "No messages yet."));
  if (atEnd) pane.scrollTop = pane.scrollHeight;
}

export function home(state) {
  const pane = at("messages");
  pane.className = "home";
  pane.dataset.channel = "";
  if (!state.home) return show(pane, h("p", { class: "empty" }, "The app has not made a Home for this person."));
  return show(pane, h("div", { class: "sheet" }, blocks(state.home.blocks, sourceOf(state, state.home))));
}

export function thread(state) {
  const pane = at("thread");
  pane.hidden = !state.thread || looking.home;
  if (pane.hidden) return;
  const close = () => { looking.thread = ""; look(); };
  show(at("thread-head"), h("h2", {}, "Thread"), h("button", { type: "button", class: "cross", "aria-label": "Close thread", onclick: close }, "×"));
  show(at("replies"), state.thread.map((message) => bubble(message, state, true)));
  at("replies").scrollTop = at("replies").scrollHeight;
  draft(at("reply"), state, { thread: looking.thread, placeholder: "Reply…" });
}

function days(state) {
  let day = "";
  return state.messages.flatMap((message) => {
    const line = message.day === day ? [] : [h("div", { class: "day" }, h("span", {}, message.day))];
    day = message.day;
    return [...line, bubble(message, state, false)];
  });
}

function bubble(message, state, inThread) {
  return h("article", { class: `message${message.only_for_you ? " whisper" : ""}` },
    h("span", { class: `face ${message.is_app ? "app" : `tint${tint(message.author_id)}`}`, "aria-hidden": "true" }, message.is_app ? "✦" : initials(message.author)),
    h("div", { class: "said" },
      message.only_for_you && h("p", { class: "only" }, "👁 Only visible to you"),
      h("p", { class: "by" }, h("strong", {}, message.author), message.is_app && h("span", { class: "badge" }, "APP"), h("time", {}, message.time)),
      message.blocks.length ? blocks(message.blocks, sourceOfMessage(message, state)) : paragraphs(message.paragraphs),
      message.edited && h("small", { class: "edited" }, "(edited)"),
      reactions(message),
      !inThread && message.replies > 0 && h("button", { type: "button", class: "replies", onclick: () => open(message) },
        `💬 ${message.replies} ${message.replies === 1 ? "reply" : "replies"}`)),
    !message.only_for_you && tools(message, state, inThread));
}

function sourceOfMessage(message, state) {
  const where = { channel: message.channel, ts: message.ts };
  return {
    me: state.me.id, people: state.people, channels: state.channels, where, values: message.values, errors: {},
    keep: (block_id, action_id, entry) => does("chooses", { ...where, block_id, action_id, entry }),
    tell: async (deed, told) => {
      const { trouble } = await does(deed, { ...where, ...told });
      if (trouble) say(trouble);
    },
    redraw: () => messages(state),
  };
}

function tools(message, state, inThread) {
  const where = { channel: message.channel, ts: message.ts };
  const shortcut = (one) => async (event) => {
    event.currentTarget.closest("details").open = false;
    const { trouble } = await does("uses_shortcut", { ...where, callback_id: one.callback_id });
    if (trouble) say(trouble);
  };
  const shortcuts = state.shortcuts.filter((one) => one.is_for_messages);
  return h("div", { class: "tools" },
    QUICK.map(([name, sign]) => h("button", { type: "button", "aria-label": `React ${name}`, onclick: () => does("reacts", { ...where, name }) }, sign)),
    !inThread && h("button", { type: "button", "aria-label": "Reply in thread", onclick: () => open(message) }, "💬"),
    shortcuts.length > 0 && h("details", { class: "overflow", onkeydown: closeOnEscape, onfocusout: closeWhenLeft },
      h("summary", { "aria-label": "Message shortcuts" }, "⋮"),
      h("div", { class: "menu", role: "menu" }, shortcuts.map((one) => h("button", { type: "button", role: "menuitem", onclick: shortcut(one) }, one.name)))));
}

const reactions = (message) => message.reactions.length > 0 && h("p", { class: "reactions" }, message.reactions.map((r) =>
  h("button", { type: "button", class: r.mine ? "mine" : "", "aria-pressed": String(r.mine), "aria-label": `${r.name}, ${r.count}`,
    onclick: () => does("reacts", { channel: message.channel, ts: message.ts, name: r.name }) }, `${r.sign} ${r.count}`)));

function open(message) {
  looking.thread = message.ts;
  return look();
}

const initials = (name) => name.split(" ").map((word) => word[0]).filter((_, i, all) => i === 0 || i === all.length - 1).join("").toUpperCase();
const tint = (id) => [...id].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) % 6;

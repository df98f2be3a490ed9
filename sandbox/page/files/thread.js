// A thread, beside the channel.

import { draft } from "./composer.js";
import { at, h, show } from "./dom.js";
import { keyed } from "./keyed.js";
import { bubble, shownOf } from "./message.js";
import { following } from "./messages.js";
import { look, looking } from "./wire.js";

export function thread(state) {
  const pane = at("thread");
  pane.hidden = !state.thread || looking.home;
  if (pane.hidden) return;
  const close = () => { looking.thread = ""; look(); };
  show(at("thread-head"), h("h2", {}, "Thread"), h("span", { class: "facts" }, state.channel.kind === "im" ? "" : `#${state.channel.name}`),
    h("button", { type: "button", class: "cross", "aria-label": "Close thread", onclick: close }, "×"));
  const follow = following(at("replies"), looking.thread);
  keyed(at("replies"), state.thread.flatMap((message, index) => [one(message, state), ...(index === 0 ? [count(state)] : [])]));
  follow();
  draft(at("reply"), state, { thread: looking.thread, placeholder: "Reply…" });
}

const one = (message, state) => ({ key: message.ts, shown: shownOf(message, state, false), draw: () => bubble(message, state, { inThread: true }) });

function count(state) {
  const others = state.thread.length - 1;
  const words = others ? `${others} ${others === 1 ? "reply" : "replies"}` : "No replies yet";
  return { key: "count", shown: words, draw: () => h("div", { class: "day" }, h("span", {}, words)) };
}

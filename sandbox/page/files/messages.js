// The messages of a channel: days, a line above what is new, and one message below the other.

import { at, h } from "./dom.js";
import { keyed } from "./keyed.js";
import { bubble, shownOf } from "./message.js";
import { looking } from "./wire.js";

const TOGETHER = 5 * 60;

export function messages(state) {
  const pane = at("messages");
  const follow = following(pane, `${looking.channel} ${state.me.id}`);
  pane.className = "";
  keyed(pane, state.messages.length ? items(state) : [empty]);
  pane.querySelectorAll("article").forEach((article, index, all) => { article.tabIndex = index === all.length - 1 ? 0 : -1; });
  follow();
}

// Who reads the end goes along with what comes; who reads further up stays there.
export function following(pane, place) {
  const goesAlong = isAtEnd(pane) || pane.dataset.place !== place;
  pane.dataset.place = place;
  return () => { if (goesAlong) pane.scrollTop = pane.scrollHeight; };
}

// A picture needs room only when it has come.
export function followPictures() {
  for (const pane of [at("messages"), at("replies")]) {
    let goesAlong = true, was = 0, place = "";
    pane.addEventListener("scroll", () => {
      // Only who scrolls up leaves the end: what grows below it while pictures come takes nobody away from it.
      const isElsewhere = pane.dataset.place !== place;
      goesAlong = isAtEnd(pane) || isElsewhere || (goesAlong && pane.scrollTop >= was);
      [was, place] = [pane.scrollTop, pane.dataset.place];
    });
    pane.addEventListener("load", () => { if (goesAlong && pane.dataset.place) pane.scrollTop = pane.scrollHeight; }, true);
  }
}

const isAtEnd = (pane) => pane.scrollHeight - pane.scrollTop - pane.clientHeight < 120;

const empty = { key: "empty", shown: "", draw: () => h("p", { class: "empty" }, "No messages yet. Type / to see what the app can do here.") };

function items(state) {
  let before = null;
  return state.messages.flatMap((message) => {
    const lines = [before?.day !== message.day && day(message.day), startsNew(before, message) && fresh].filter(Boolean);
    const compact = !lines.length && belongsTo(before, message);
    before = message;
    return [...lines, one(message, state, compact)];
  });
}

const one = (message, state, compact) => ({ key: message.ts, shown: shownOf(message, state, compact), draw: () => bubble(message, state, { compact }) });

const day = (words) => ({ key: `day ${words}`, shown: words, draw: () => h("div", { class: "day" }, h("span", {}, words)) });

const fresh = { key: "fresh", shown: "", draw: () => h("div", { class: "fresh", role: "separator", "aria-label": "New messages" }, h("span", {}, "New")) };

const startsNew = (before, message) => {
  const isNew = (one) => one.ts > looking.newAfter && !one.is_mine;
  return looking.newAfter && isNew(message) && !(before && before.ts > looking.newAfter);
};

const belongsTo = (before, message) => before && before.author_id === message.author_id && before.only_for_you === message.only_for_you
  && !message.is_app && message.ts - before.ts < TOGETHER;

// One message: who said it, what it says, its reactions and replies, and the tools that show when one points at it.

import { blocks } from "./blocks.js";
import { h } from "./dom.js";
import { image } from "./elements.js";
import { face } from "./face.js";
import { openThread } from "./going.js";
import { reactions } from "./reactions.js";
import { paragraphs } from "./text.js";
import { tools } from "./tools.js";
import { sourceOfMessage, troublesIn } from "./using.js";

// All on which the look of a message depends.
export const shownOf = (message, state, compact) => [message, compact, state.me.id, troublesIn(message.ts)];

export function bubble(message, state, { compact = false, inThread = false }) {
  return h("article", { class: classes(message, compact), tabindex: -1, "aria-label": `${message.author}, ${message.time}` },
    compact ? h("time", { class: "beside" }, message.time) : face(message.author_id, message.author, message.is_app ? "app" : ""),
    h("div", { class: "said" },
      message.only_for_you && h("p", { class: "only" }, "👁 Only visible to you"),
      !compact && by(message),
      content(message, state),
      reactions(message),
      !inThread && message.replies.count > 0 && replies(message)),
    !message.only_for_you && tools(message, inThread));
}

const classes = (message, compact) => ["message", message.only_for_you && "whisper", compact && "compact"].filter(Boolean).join(" ");

const by = (message) => h("p", { class: "by" },
  h("strong", {}, message.author), message.is_app && h("span", { class: "badge" }, "APP"), h("time", { title: message.day }, message.time));

const content = (message, state) => h("div", { class: "content" },
  message.blocks.length ? blocks(message.blocks, sourceOfMessage(message, state)) : paragraphs(message.paragraphs),
  message.files.map(file),
  message.edited && !message.is_app && h("small", { class: "edited" }, "(edited)"));

const file = ({ address, name, title, picture }) => h("figure", { class: "block" },
  h("figcaption", {}, h("a", { href: address, download: name }, picture ? title : `📄 ${title}`)),
  picture && image(picture, "large"));

function replies({ ts, replies: { count, by: who, last } }) {
  return h("button", { type: "button", class: "replies", "data-key": "replies", onclick: () => openThread(ts) },
    who.map((one) => face(one.author_id, one.author, one.is_app ? "tiny app" : "tiny")),
    h("strong", {}, `${count} ${count === 1 ? "reply" : "replies"}`), h("small", {}, `${last.day}, ${last.time}`));
}

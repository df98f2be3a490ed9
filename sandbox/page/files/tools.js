// What can be done with a message: a reaction, a reply, a shortcut of the app.

import { h } from "./dom.js";
import { openThread } from "./going.js";
import { menuButton } from "./popup.js";
import { pickEmoji, react } from "./reactions.js";
import { say } from "./toast.js";
import { about, does } from "./wire.js";

const QUICK = [["eyes", "👀"], ["white_check_mark", "✅"], ["+1", "👍"]];

export function tools(message, inThread) {
  return h("div", { class: "tools", role: "group", "aria-label": "Message actions" },
    QUICK.map(([name, sign]) => tool(`React with ${name.replaceAll("_", " ")}`, sign, () => react(message, name))),
    tool("Pick a reaction", "☺", (event) => pickEmoji(event.currentTarget, message)),
    !inThread && tool("Reply in thread", "💬", () => answer(message)),
    shortcuts(message));
}

const tool = (label, sign, onclick) => h("button", { type: "button", "data-key": label, "aria-label": label, title: label, onclick }, sign);

function shortcuts(message) {
  const all = about.shortcuts.filter((one) => one.is_for_messages);
  const label = "More actions";
  return all.length > 0 && menuButton({ "aria-label": label, title: label, "data-key": label }, "⋮",
    all.map((one) => [`⚡ ${one.name}`, () => use(message, one)]));
}

async function use({ channel, ts }, shortcut) {
  const { trouble } = await does("uses_shortcut", { channel, ts, callback_id: shortcut.callback_id });
  if (trouble) say(trouble);
}

async function answer(message) {
  await openThread(message.ts);
  document.querySelector("#reply textarea")?.focus();
}

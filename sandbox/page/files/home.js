// The App Home.

import { blocks } from "./blocks.js";
import { at, h } from "./dom.js";
import { keyed } from "./keyed.js";
import { sourceOf } from "./modal.js";

export function home(state) {
  const pane = at("messages");
  pane.className = "home";
  pane.dataset.place = "";
  keyed(pane, state.home ? state.home.blocks.map((block) => sheet(block, state)) : [empty(state)]);
}

// What was chosen in a block is not a reason to draw it: it stands there already.
const sheet = (block, state) => ({
  key: block.block_id, shown: [state.me.id, block],
  draw: () => h("div", { class: "sheet" }, blocks([block], sourceOf(state, state.home))),
});

const empty = (state) => ({ key: "empty", shown: state.me.id, draw: () => h("p", { class: "empty" }, "The app has not made a Home for this person.") });

// The App Home.

import { blocks } from "./blocks.js";
import { at, h } from "./dom.js";
import { keyed } from "./keyed.js";
import { sourceOf } from "./modal.js";

export function home(state) {
  const pane = at("messages");
  pane.className = "home";
  pane.dataset.place = "";
  keyed(pane, [{ key: "home", shown: [state.me.id, state.home], draw: () => sheet(state) }]);
}

const sheet = (state) => (state.home
  ? h("div", { class: "sheet" }, blocks(state.home.blocks, sourceOf(state, state.home)))
  : h("p", { class: "empty" }, "The app has not made a Home for this person."));

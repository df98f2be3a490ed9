// Files for a form: handed in as soon as they are picked.

import { chip } from "./choosing.js";
import { h } from "./dom.js";
import { untilTold } from "./entries.js";
import { say } from "./toast.js";
import { handIn } from "./wire.js";

export const files = (one, state, tell) => {
  const most = one.max_files ?? 10;
  const chips = h("span", { class: "chips" });
  let chosen = state.files ?? [];
  const change = (next) => { chosen = next; draw(); tell(next.map((file) => file.id)); };
  const draw = () => chips.replaceChildren(...chosen.map((file) => chip(file.name, () => change(chosen.filter((each) => each !== file)))));
  const add = async (picked) => {
    const came = await Promise.all(picked.map(handIn));
    came.filter((each) => each.trouble).forEach((each) => say(each.trouble));
    const fresh = came.filter((each) => each.id);
    if (fresh.length) change(most === 1 ? fresh.slice(-1) : [...chosen, ...fresh]);
  };
  const box = h("input", {
    type: "file", multiple: most > 1, accept: (one.filetypes ?? []).map((kind) => `.${kind}`).join(",") || null,
    onchange: () => { untilTold(add([...box.files])); box.value = ""; },
  });
  draw();
  return h("div", { class: "files" }, chips, box);
};

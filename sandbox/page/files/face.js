// A person's picture: their initials on a colour of their own.

import { h } from "./dom.js";

export function face(id, name, size = "") {
  const isApp = size.includes("app");
  return h("span", { class: `face ${size} ${isApp ? "" : `tint${tint(id)}`}`, "aria-hidden": "true" }, isApp ? "✦" : initials(name));
}

const initials = (name) => name.split(" ").map((word) => word[0]).filter((_, i, all) => i === 0 || i === all.length - 1).join("").toUpperCase();
const tint = (id) => [...id].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) % 6;

// A word at the bottom of the page, for a moment.

import { at } from "./dom.js";

let leaving = 0;

export function say(words) {
  const toast = at("toast");
  toast.textContent = words;
  toast.hidden = false;
  clearTimeout(leaving);
  leaving = setTimeout(() => { toast.hidden = true; }, 5000);
}

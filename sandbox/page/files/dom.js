// Making elements. Text always goes in as text: nothing here or elsewhere reads data as HTML.

import { focusIn } from "./focus.js";

export function h(tag, traits = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(traits)) put(element, name, value);
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

export function show(element, ...children) {
  const refocus = focusIn(element);
  element.replaceChildren(...children.flat(Infinity).filter(Boolean));
  refocus();
}

export const at = (id) => document.getElementById(id);

function put(element, name, value) {
  if (value === undefined || value === null || value === false) return;
  if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
  else if (name === "class") element.className = value;
  else if (name === "value") element.value = value;
  else if (name === "checked" || name === "selected") element[name] = Boolean(value);
  else element.setAttribute(name, value === true ? "" : value);
}

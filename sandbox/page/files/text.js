// Paragraphs of spans, as the sandbox read them for this viewer.

import { h } from "./dom.js";

export function paragraphs(list, className = "") {
  return h("div", { class: `text ${className}` }, (list ?? []).map(paragraph));
}

export function inline(textObject) {
  return (textObject?.paragraphs ?? []).flatMap((p) => p.spans.map(span));
}

export const words = (textObject) => (textObject?.paragraphs ?? []).flatMap((p) => p.spans.map((s) => s.text)).join("");

function paragraph({ shape, depth, number, spans }) {
  const inner = spans.map(span);
  if (shape === "code") return h("pre", {}, inner);
  if (shape === "quote") return h("blockquote", {}, inner);
  if (shape === "plain") return h("p", {}, inner.length ? inner : h("br"));
  const mark = shape === "bullet" ? "•" : `${number}.`;
  return h("p", { class: `item depth${Math.min(depth, 4)}` }, h("span", { class: "mark" }, mark), h("span", {}, inner));
}

function span(one) {
  let node = base(one);
  if (one.bold) node = h("strong", {}, node);
  if (one.italic) node = h("em", {}, node);
  if (one.strike) node = h("s", {}, node);
  return node;
}

function base({ kind, text, url }) {
  if (kind === "link" && /^(https?|mailto):/.test(url)) return h("a", { href: url, target: "_blank", rel: "noreferrer noopener" }, text);
  if (kind === "code") return h("code", {}, text);
  if (kind === "mention" || kind === "channel") return h("span", { class: "mention" }, text);
  return document.createTextNode(text);
}

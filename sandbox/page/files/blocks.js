// Block Kit, block by block.

import { h } from "./dom.js";
import { element, image } from "./elements.js";
import { field } from "./fields.js";
import { inline, paragraphs, words } from "./text.js";

// `source` says where the blocks stand: their values, their errors, and how to tell the sandbox about a control.
export const blocks = (list, source) => (list ?? []).map((block) => [KINDS[block.type]?.(block, source) ?? unknown(block), trouble(block, source)]);

const trouble = (block, source) => {
  const words = source.trouble?.(block.block_id);
  return words && h("p", { class: "block trouble", role: "alert" }, h("span", { "aria-hidden": "true" }, "⚠ "), words);
};

const unknown = (block) => h("p", { class: "unknown" }, `(${block.type})`);

function section(block, source) {
  const fields = block.fields?.map((text) => paragraphs(text.paragraphs, "fact"));
  return h("div", { class: "block section" },
    h("div", { class: "body" }, block.text && paragraphs(block.text.paragraphs), fields && h("div", { class: "fields" }, fields)),
    block.accessory && h("div", { class: "accessory" }, element(block.accessory, block, source)));
}

const context = (block) => h("div", { class: "block context" },
  block.elements.map((one) => (one.type === "image" ? image(one, "small") : h("span", {}, inline(one)))));

const actions = (block, source) => h("div", { class: "block actions" }, block.elements.map((one) => element(one, block, source)));

const picture = (block) => h("figure", { class: "block" },
  block.title && h("figcaption", {}, words(block.title)), image(block, "large"));

const table = (block) => h("div", { class: "block scroller" }, h("table", {}, h("tbody", {},
  block.rows.map((row, index) => h("tr", {}, row.map((cell, column) => h(index ? "td" : "th", { scope: index ? null : "col", class: `align-${block.column_settings?.[column]?.align ?? "left"}` },
    cell.paragraphs ? paragraphs(cell.paragraphs) : String(cell.text ?? cell.value ?? ""))))))));

const KINDS = {
  section,
  context,
  actions,
  context_actions: actions,
  table,
  image: picture,
  input: field,
  header: (block) => h("h3", { class: "block header" }, words(block.text)),
  divider: () => h("hr", { class: "block" }),
  rich_text: (block) => paragraphs(block.paragraphs, "block"),
  markdown: (block) => paragraphs(block.paragraphs, "block"),
  alert: (block) => h("div", { class: `block alert ${block.level ?? "default"}`, role: "note" }, inline(block.text)),
};

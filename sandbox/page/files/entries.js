// What is typed in forms and in the Home, on its way to the sandbox.

import { does, redraw } from "./wire.js";

const REST = 400;
const RETRY = 2000;
const coming = new Set();
let typed = new Map();
let telling = 0;
let resting = 0;

// Whether the sandbox knows all that was typed. Until then a form is not drawn anew: it would be without it.
export const isTold = () => typed.size === 0 && telling === 0 && coming.size === 0;

// What rests for a moment goes to the sandbox, so that an update of the view keeps it.
export function keep(entry) {
  typed.set(keyOf(entry), entry);
  restFor(REST);
}

// What belongs to an entry and takes a while: nothing is told without it.
export async function untilTold(work) {
  coming.add(work);
  await work;
  coming.delete(work);
}

export async function tellTyped() {
  if (typed.size) await doesWithTyped("fills");
}

export async function doesWithTyped(deed, told) {
  await Promise.all(coming);
  const entries = [...typed.values()];
  typed = new Map();
  clearTimeout(resting);
  telling += 1;
  const result = await does(deed, { ...told, entries });
  telling -= 1;
  if (result.is_lost) putBack(entries);
  redraw();
  return result;
}

function putBack(entries) {
  typed = new Map([...entries.map((entry) => [keyOf(entry), entry]), ...typed]);
  if (typed.size) restFor(RETRY);
}

function restFor(moment) {
  clearTimeout(resting);
  resting = setTimeout(tellTyped, moment);
}

const keyOf = ({ view, block_id, action_id }) => JSON.stringify([view, block_id, action_id]);

// Pressing and choosing in a message, and the warning that Slack shows beside it when the app does not answer.

import { does, look } from "./wire.js";

const known = new Map();
let redrawn = () => {};

export const troubles = () => [...known];
export const troublesIn = (ts) => troubles().filter(([key]) => key.startsWith(`${ts} `));

export function whenTroubled(draw) {
  redrawn = draw;
}

export function sourceOfMessage(message, state) {
  const where = { channel: message.channel, ts: message.ts };
  return {
    me: state.me, people: state.people, channels: state.channels, where, values: message.values, errors: {},
    keep: () => {},
    trouble: (block_id) => known.get(`${message.ts} ${block_id}`),
    tell: (deed, told) => use(deed, where, told),
    redraw: look,
  };
}

async function use(deed, where, told) {
  const key = `${where.ts} ${told.block_id}`;
  known.delete(key);
  const result = await does(deed, { ...where, ...told });
  if (result.trouble) known.set(key, result.trouble);
  redrawn();
  return result;
}

// Pressing and choosing in a message, and the warning that Slack shows beside it when the app does not answer.

import { does, redraw } from "./wire.js";

const known = new Map();

export const troubles = () => [...known];
export const troublesIn = (ts) => troubles().filter(([key]) => key.startsWith(`${ts} `));

export function sourceOfMessage(message, state) {
  const where = { channel: message.channel, ts: message.ts };
  return {
    me: state.me, people: state.people, channels: state.channels, where, values: message.values, errors: {},
    keep: () => {},
    trouble: (block_id) => known.get(`${message.ts} ${block_id}`),
    tell: (deed, told) => use(deed, where, told),
  };
}

async function use(deed, where, told) {
  const key = `${where.ts} ${told.block_id}`;
  known.delete(key);
  const result = await does(deed, { ...where, ...told });
  if (result.trouble) known.set(key, result.trouble);
  redraw();
  return result;
}

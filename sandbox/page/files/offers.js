// What could be meant by the word that is being typed: [what is put there, what it is, more].

import { found } from "./reactions.js";
import { about } from "./wire.js";

export function offersFor(word, isFirst, state) {
  const wanted = word.slice(1).toLowerCase();
  if (word[0] === "/" && isFirst) return about.commands.filter((c) => c.name.startsWith(word)).map((c) => [c.name, c.usage_hint, c.description]);
  if (word[0] === "@") return people(wanted, state);
  if (word[0] === "#") return state.channels.filter((c) => c.name.includes(wanted)).map((c) => [`#${c.name}`, ""]);
  if (word[0] === ":" && wanted.length > 1) return found(wanted).map(([name, sign]) => [`:${name}:`, sign]);
  return [];
}

// While its words are being typed, a command's hint stays in sight.
export function hintFor(text) {
  const command = about.commands.find((c) => text.startsWith(`${c.name} `));
  return command ? `${command.name} ${command.usage_hint}` : "";
}

function people(wanted, state) {
  const matching = state.people.filter((p) => !p.deleted && `${p.handle} ${p.name.toLowerCase()}`.includes(wanted));
  const groups = state.groups.filter((g) => `${g.handle} ${g.name.toLowerCase()}`.includes(wanted));
  return [...matching.map((p) => [`@${p.handle}`, p.name]), ...groups.map((g) => [`@${g.handle}`, `${g.name}, ${g.members} people`])];
}

// What is shown comes from the sandbox; what is done goes there. The browser decides nothing.

export const looking = { as: "", channel: "", thread: "", home: false, newAfter: "" };
export const about = { run: "", commands: [], shortcuts: [], emoji: [], roles: {}, tips: [], mischiefs: [], has_home: false };

const LARGEST = 10 * 2 ** 20;
let tag = "";
let asked = 0;
let shown = 0;
let latest = null;
let drawn = () => {};

export function whenChanged(draw) {
  drawn = draw;
}

export const seen = () => latest;

// A drawing that fails is a mistake of the page, and no sign that the sandbox is away.
export function redraw() {
  try {
    if (latest) drawn(latest);
  } catch (mistake) {
    reportError(mistake);
  }
}

export async function learn() {
  Object.assign(about, await read("/page/about"));
}

export async function look() {
  const turn = ++asked;
  const place = where();
  const answer = await fetch(`/page/state?${place}`, { headers: tag ? { "If-None-Match": tag } : {}, cache: "no-store" });
  if (answer.status === 404) forgetWho();
  if (!answer.ok) return;
  const state = await answer.json();
  // Two looks can cross, and one may look elsewhere by now: what was asked later counts.
  if (turn < shown || place !== where()) return;
  shown = turn;
  tag = answer.headers.get("ETag");
  latest = state;
  redraw();
}

export async function tell(deed, told = {}) {
  const body = JSON.stringify({ deed, as: looking.as, ...told });
  try {
    const answer = await fetch("/page/do", { method: "POST", headers: { "Content-Type": "application/json" }, body });
    return answer.ok ? await answer.json() : { trouble: `The sandbox could not do that (${answer.status}).` };
  } catch {
    return { trouble: "The sandbox is not running.", is_lost: true };
  }
}

export async function handIn(file) {
  if (file.size > LARGEST) return { trouble: `${file.name} is too large: Slack takes 10 MB.` };
  const about = new URLSearchParams({ as: looking.as, name: file.name });
  try {
    const answer = await fetch(`/page/file?${about}`, { method: "POST", headers: { "Content-Type": "application/octet-stream" }, body: file });
    return answer.ok ? await answer.json() : { trouble: `${file.name} could not be handed in (${answer.status}).` };
  } catch {
    return { trouble: `${file.name} could not be handed in.` };
  }
}

export async function does(deed, told) {
  const result = await tell(deed, told);
  await look().catch(() => {});
  return result;
}

// After the sandbox was away it may be another one: then everything is read anew.
export async function keepLooking(whenLost, whenFound) {
  for (let lost = false; ;) {
    try {
      if (lost && (await read("/page/about")).run !== about.run) location.reload();
      await look();
      if (lost) whenFound();
      lost = false;
    } catch {
      lost = true;
      whenLost();
    }
    await new Promise((later) => setTimeout(later, document.hidden ? 3000 : 700));
  }
}

const read = async (address) => (await fetch(address, { cache: "no-store" })).json();

function where() {
  const { as, channel, thread, home } = looking;
  return String(new URLSearchParams({ as, channel: home ? "" : channel, thread, ...(document.hidden ? { unseen: "" } : {}) }));
}

function forgetWho() {
  Object.assign(looking, { as: "", channel: "", thread: "" });
  tag = "";
}

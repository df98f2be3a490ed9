// What is shown comes from the sandbox; what is done goes there. The browser decides nothing.

export const looking = { as: "", channel: "", thread: "", home: false, newAfter: "" };
export const about = { commands: [], shortcuts: [], emoji: [], roles: {}, tips: [], mischiefs: [], has_home: false };

let tag = "";
let asked = 0;
let shown = 0;
let drawn = () => {};

export function whenChanged(draw) {
  drawn = draw;
}

export async function learn() {
  Object.assign(about, await (await fetch("/page/about", { cache: "no-store" })).json());
}

export async function look() {
  const turn = ++asked;
  const answer = await fetch(`/page/state?${where()}`, { headers: tag ? { "If-None-Match": tag } : {}, cache: "no-store" });
  if (answer.status === 404) forgetWho();
  if (!answer.ok) return;
  const state = await answer.json();
  // Two looks can cross; an older one must not overwrite what a newer one showed.
  if (turn < shown) return;
  shown = turn;
  tag = answer.headers.get("ETag");
  drawn(state);
}

export async function tell(deed, told = {}) {
  const body = JSON.stringify({ deed, as: looking.as, ...told });
  try {
    const answer = await fetch("/page/do", { method: "POST", headers: { "Content-Type": "application/json" }, body });
    return answer.ok ? await answer.json() : { trouble: `The sandbox could not do that (${answer.status}).` };
  } catch {
    return { trouble: "The sandbox is not running." };
  }
}

export async function does(deed, told) {
  const result = await tell(deed, told);
  await look().catch(() => {});
  return result;
}

// After the sandbox was away it may be another one: everything is read anew.
export async function keepLooking(whenLost) {
  for (let lost = false; ;) {
    try {
      await look();
      if (lost) location.reload();
      lost = false;
    } catch {
      lost = true;
      whenLost();
    }
    await new Promise((later) => setTimeout(later, document.hidden ? 3000 : 700));
  }
}

function where() {
  const { as, channel, thread, home } = looking;
  return new URLSearchParams({ as, channel: home ? "" : channel, thread, ...(document.hidden ? { unseen: "" } : {}) });
}

function forgetWho() {
  Object.assign(looking, { as: "", channel: "", thread: "" });
  tag = "";
}

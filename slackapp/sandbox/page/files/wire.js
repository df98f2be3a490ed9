// What is shown comes from the sandbox; what is done goes there. The browser decides nothing.

export const looking = { as: "", channel: "", thread: "", home: false };

let tag = "";
let asked = 0;
let shown = 0;
let drawn = () => {};

export function whenChanged(draw) {
  drawn = draw;
}

export async function look() {
  const query = new URLSearchParams({ as: looking.as, channel: looking.home ? "" : looking.channel, thread: looking.thread });
  const turn = ++asked;
  const answer = await fetch(`/page/state?${query}`, { headers: tag ? { "If-None-Match": tag } : {}, cache: "no-store" });
  if (answer.status === 304 || !answer.ok) return;
  const state = await answer.json();
  // Two looks can cross; an older one must not overwrite what a newer one showed.
  if (turn < shown) return;
  shown = turn;
  tag = answer.headers.get("ETag");
  drawn(state);
}

export async function does(deed, told = {}) {
  const body = JSON.stringify({ deed, as: looking.as, ...told });
  try {
    const answer = await fetch("/page/do", { method: "POST", headers: { "Content-Type": "application/json" }, body });
    const result = answer.ok ? await answer.json() : { trouble: `The sandbox could not do that (${answer.status}).` };
    await look();
    return result;
  } catch {
    return { trouble: "The sandbox is not running." };
  }
}

export async function keepLooking() {
  for (;;) {
    try {
      await look();
    } catch {
      // The sandbox was stopped; it may come back.
    }
    await new Promise((later) => setTimeout(later, document.hidden ? 3000 : 700));
  }
}

// The page: a drawing for each part, made anew only when what it shows has changed.

import { announce } from "./announce.js";
import { composer } from "./composer.js";
import { enter, remember } from "./going.js";
import { home } from "./home.js";
import { inspector, keepInspecting } from "./inspector.js";
import { listen } from "./keys.js";
import { followPictures, messages } from "./messages.js";
import { modal } from "./modal.js";
import { place, places, workspace } from "./side.js";
import { backstage, clock, lost, warning, who } from "./stage.js";
import { thread } from "./thread.js";
import { tips } from "./tips.js";
import { troubles } from "./using.js";
import { keepLooking, learn, looking, redraw, whenChanged } from "./wire.js";

const drawn = new Map();

function draw(state) {
  looking.as = state.me.id;
  if (!state.channel && !looking.home) return enter(state);
  document.title = `${title(state)} · ${state.workspace}`;
  const here = [looking.channel, looking.home, state.me.id];
  part("who", [state.everyone, state.me], () => who(state));
  part("clock", state.now, () => clock(state));
  part("backstage", state.mischief, () => { backstage(); warning(state); inspector(state); });
  part("workspace", state.workspace, () => workspace(state));
  part("places", [state.channels, state.directs, state.people, here], () => places(state));
  part("tips", here, () => tips(state));
  part("place", [state.channel, here], () => place(state));
  part("messages", [here, looking.newAfter, troubles(), looking.home ? state.home : state.messages], () => (looking.home ? home(state) : messages(state)));
  part("thread", [here, troubles(), state.thread], () => thread(state));
  part("composer", [here, state.channel?.is_archived, state.channel?.is_member], () => composer(state));
  modal(state);
  announce(state);
  return undefined;
}

function part(name, shown, make) {
  const now = JSON.stringify(shown);
  if (drawn.get(name) === now) return;
  drawn.set(name, now);
  make();
}

const title = (state) => (looking.home ? "App Home" : `${state.channel.kind === "im" ? "" : "#"}${state.channel.name}`);

await learn();
remember();
whenChanged(draw);
listen();
followPictures();
keepInspecting();
keepLooking(lost, () => { drawn.delete("backstage"); redraw(); });

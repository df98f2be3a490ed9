// Every kind of element that holds a value. `tell` is called with the entry when it changes.

import { channels, optionsOf, people, several, single, ticks } from "./choosing.js";
import { external } from "./external.js";
import { files } from "./files.js";
import { moment, picker, rich, typed } from "./typing.js";

export const isInput = (kind) => kind in KINDS;

export function input(one, block, source, tell) {
  const held = source.values[block.block_id]?.[one.action_id] ?? {};
  return KINDS[one.type](one, held, tell, { ...source, block });
}

const KINDS = {
  plain_text_input: typed("text"),
  email_text_input: typed("email"),
  url_text_input: typed("url"),
  number_input: typed("number"),
  rich_text_input: rich,
  file_input: files,
  datepicker: picker("date", "selected_date"),
  timepicker: picker("time", "selected_time"),
  datetimepicker: moment,
  static_select: single(optionsOf, "selected_option"),
  users_select: single(people, "selected_user"),
  channels_select: single(channels, "selected_channel"),
  conversations_select: single(channels, "selected_conversation"),
  multi_static_select: several(optionsOf, "selected_options"),
  multi_users_select: several(people, "selected_users"),
  multi_channels_select: several(channels, "selected_channels"),
  multi_conversations_select: several(channels, "selected_conversations"),
  external_select: external(false),
  multi_external_select: external(true),
  checkboxes: ticks("checkbox"),
  radio_buttons: ticks("radio"),
};

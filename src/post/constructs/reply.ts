import type { Construct } from "../construct.js";
import { authored } from "./repost.js";

const REPLY = /(?:\/\/[ \t]?)?回[复復覆][ \t\u00a0]?@[^\s@#:：/[\]【】]{1,40}[ \t]?[:：]/y;

/** `回复@name:` opens an answer to `name`, also where it stands as `//回复@name:` among reposts. */
export const reply: Construct = {
  name: "reply",
  starts: "回/",
  parse: (text, at) => authored("reply", REPLY, text, at),
};

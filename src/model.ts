// The shapes that users meet: what goes into the library and what comes out of it.
export type * from "./model/bilingual-post.js";
export type * from "./model/entry.js";
export type * from "./model/issue.js";
export type * from "./model/post.js";

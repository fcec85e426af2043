import type { BilingualPost } from "../model.js";

/** Writes a bilingual post as indented JSON, every member of it; `bilingualPostSchema` reads it back unchanged. */
export function renderJson(post: BilingualPost): string {
  return JSON.stringify(post, null, 2);
}

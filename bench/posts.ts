import { existsSync, readFileSync } from "node:fs";

/** The posts of a file of lines `{"text": "…"}`; undefined, which it says, where there is no such file. */
export function readPosts(file = "../shared/data/weibo-posts.jsonl"): string[] | undefined {
  if (existsSync(file)) {
    const lines = readFileSync(file, "utf8").trim().split("\n");
    return lines.map((line): string => JSON.parse(line).text);
  }
  console.log(`no posts at ${file}; give a file of lines {"text": "…"} to measure on posts`);
  return undefined;
}

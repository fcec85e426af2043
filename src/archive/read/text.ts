import { hasUndecodable } from "../encoding.js";
import { readLines } from "../lines.js";
import { broken, NOT_IN_ENCODING } from "./fields.js";
import type { ArchiveFormat } from "./format.js";

/** Plain text: one post a line, or posts separated by blank lines. */
export const text: ArchiveFormat = {
  name: "text",
  detect: () => true,
  async *read(source, { paragraphs = false }) {
    let lines: string[] = [];
    let begun = 0;
    const post = () => {
      const piece = { raw: lines.join("\n"), line: begun };
      lines = [];
      if (hasUndecodable(piece.raw)) return broken(source, piece, NOT_IN_ENCODING);
      return { id: `${source.shortName}:${begun}`, text: piece.raw, meta: {}, file: source.file, line: begun };
    };
    for await (const line of readLines(source.chunks)) {
      if (line.isCut) {
        if (lines.length > 0) yield post();
        yield broken(source, { raw: line.text, line: line.number }, "the line is too long to be a post");
        continue;
      }
      const isBlank = line.text.trim() === "";
      if (!isBlank) {
        if (lines.length === 0) begun = line.number;
        lines.push(line.text);
      }
      if (lines.length > 0 && (isBlank || !paragraphs)) yield post();
    }
    if (lines.length > 0) yield post();
  },
};

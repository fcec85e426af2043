import type { BilingualPost } from "../model.js";
import { type Block, blocksOf } from "./blocks.js";
import { type Styled, widthOf, wrap } from "./cells.js";
import { type Mark, type Marked, type Marks, marksOf, nest } from "./marks.js";
import { type Pinyin, pinyinLine } from "./pinyin.js";
import { findingsOf } from "./text.js";
import { visible } from "./visible.js";

/** How a post is written for a terminal. */
export interface TerminalOptions {
  /** Whether colours are written. Default `true`; whoever writes to a stream asks it: `stream.hasColors?.()`. */
  color?: boolean | undefined;
  /** The width of the terminal in cells, from 20 up. Default 80. */
  columns?: number | undefined;
  /** Writes the pinyin below the Chinese; `loadPinyin()` gives one. */
  pinyin?: Pinyin | undefined;
}

/** From this width on the two texts stand side by side. */
const SIDE_BY_SIDE = 100;
const GAP = 3;

const BOLD = "1";
const FAINT = "2";
const STYLES: Record<Mark["kind"], string> = {
  hashtag: "36",
  mention: "36",
  url: "36;4",
  emoticon: "35",
  term: "33;1",
  rejected: "2;4",
  gloss: "",
};
const STATUS_STYLES: Record<string, string> = { repaired: "33;1;4", missing: "31;1" };

/**
 * Writes a bilingual post for a terminal: side by side where there are 100 columns, else each piece of the Chinese above
 * its English; names in colour, then what was found. A Chinese character counts as the two cells that it takes.
 *
 * Control characters of the post are shown, not sent.
 */
export function renderTerminal(post: BilingualPost, options: TerminalOptions = {}): string {
  const columns = Math.max(20, options.columns ?? 80);
  const color = options.color ?? true;
  const marks = marksOf(post);
  const blocks = blocksOf(post).map((block) => {
    const lines =
      columns >= SIDE_BY_SIDE
        ? sideBySide(post, block, marks, options, columns)
        : stacked(post, block, marks, options, columns);
    return lines.map((line) => write(line, color)).join("\n");
  });
  const findings = findingsOf(post).flatMap(([what, text]) => {
    const label = what.padEnd(8);
    const lines = wrap([{ text: visible(text), style: "" }], columns - label.length - 1);
    return lines.map((line, i) =>
      write([{ text: `${i === 0 ? label : " ".repeat(label.length)} `, style: FAINT }, ...line], color),
    );
  });
  return [...blocks, ...(findings.length > 0 ? [findings.join("\n")] : [])].join("\n\n");
}

function stacked(
  post: BilingualPost,
  block: Block,
  marks: Marks,
  { pinyin }: TerminalOptions,
  columns: number,
): Styled[][] {
  const indent = block.kind === "item" ? "  " : "";
  const { source, target } = sidesOf(post, block, marks, pinyin);
  return [...source, target]
    .flatMap((pieces) => wrap(pieces, columns - indent.length))
    .map((line) => [{ text: indent, style: "" }, ...line]);
}

function sideBySide(
  post: BilingualPost,
  block: Block,
  marks: Marks,
  { pinyin }: TerminalOptions,
  columns: number,
): Styled[][] {
  const left = Math.floor((columns - GAP) / 2);
  const { source, target } = sidesOf(post, block, marks, pinyin);
  const sources = source.flatMap((pieces) => wrap(pieces, left));
  const targets = wrap(target, columns - GAP - left);
  return Array.from({ length: Math.max(sources.length, targets.length) }, (_, i) => {
    const line = sources[i] ?? [];
    const used = line.reduce((sum, { text }) => sum + widthOf(text), 0);
    return targets[i] ? [...line, { text: " ".repeat(left - used + GAP), style: "" }, ...targets[i]] : line;
  });
}

/** The Chinese of a block, with its pinyin where it is asked for, and the English. */
function sidesOf(
  post: BilingualPost,
  block: Block,
  marks: Marks,
  pinyin: Pinyin | undefined,
): { source: Styled[][]; target: Styled[] } {
  const base = block.kind === "title" ? BOLD : "";
  const source = flatten(nest(post.source.text, block.source, marks.source), base);
  const target = flatten(nest(post.target.text, block.target, marks.target), base);
  if (!pinyin) return { source: [source], target };
  const line = pinyinLine(post.source.text.slice(block.source.start, block.source.end), pinyin);
  return { source: [source, [{ text: shown(line), style: FAINT }]], target };
}

function flatten(nodes: readonly Marked[], style: string): Styled[] {
  return nodes.flatMap((node) =>
    typeof node === "string" ? [{ text: shown(node), style }] : flatten(node.children, styleOf(node.mark, style)),
  );
}

/** A look-alike inside a name or an account stays in the style of that. */
function styleOf({ kind, status }: Mark, outer: string): string {
  if (kind === "rejected" && outer !== "") return outer;
  return STATUS_STYLES[status ?? ""] ?? (STYLES[kind] || outer);
}

/** A block is wrapped anew: its own line breaks and tabs are spaces. */
function shown(text: string): string {
  return visible(text.replace(/[\t\n\r]/gu, " "));
}

function write(line: readonly Styled[], color: boolean): string {
  return line.map(({ text, style }) => (color && style ? `\u001b[${style}m${text}\u001b[0m` : text)).join("");
}

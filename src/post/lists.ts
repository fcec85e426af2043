import { firstFrom, type Range } from "../span.js";
import { trimSpaces } from "./chars.js";
import type { Token } from "./construct.js";
import { lastItemEnd, trimItem } from "./ends.js";
import { kindOf } from "./kinds.js";
import { beginsLine, type Style, styleOf } from "./list-style.js";
import type { Marker } from "./markers.js";
import type { ParsedItem, ParsedList } from "./parsed.js";
import { isSentenceEnd } from "./sentences.js";
import { type Sequence, sequences } from "./sequences.js";

/** A list while its extent is found: the one whose item it stands in, and the furthest that it can reach. */
interface Node {
  markers: readonly Marker[];
  parent: Node | undefined;
  limit: number;
  list: ParsedList;
  style: Style | undefined;
  /** The families of the lists in its items. */
  nested: string[];
  /** Where the last list within its last item has its last marker. */
  nestedUntil: number;
  /** The end of that list. */
  nestedEnd: number;
}

/** The parts of a post that no list reaches over: what lies between the markers of reposts and replies. */
function scopesOf(text: string, tokens: readonly Token[]): Range[] {
  const scopes: Range[] = [];
  let start = 0;
  for (const token of tokens) {
    if (token.kind !== "repost" && token.kind !== "reply") continue;
    scopes.push({ start, end: token.start });
    start = token.end;
  }
  scopes.push({ start, end: text.length });
  return scopes;
}

/** The first marker after `at` of the lists that enclose `node`, or the furthest that the outermost can reach. */
function boundAfter(node: Node | undefined, at: number, limit: number): number {
  let bound = limit;
  for (let outer = node; outer !== undefined; outer = outer.parent) {
    const next = outer.markers[firstFrom(outer.markers, at + 1)]?.start;
    bound = Math.min(bound, next ?? outer.limit);
  }
  return bound;
}

function itemOf(text: string, marker: Marker, end: number): ParsedItem {
  const { ordinal, start, content } = marker;
  return { ordinal, marker: text.slice(start, marker.end).trimEnd(), markerEnd: content, start, end };
}

/** Ends every item but the last, and learns from them how an item of the list is written. */
function measure(text: string, tokens: readonly Token[], node: Node): Style {
  if (node.style === undefined) {
    const { markers, parent } = node;
    for (let i = 0; i + 1 < markers.length; i++) {
      const { start, content } = markers[i]!;
      const bound = boundAfter(parent, start, markers[i + 1]!.start);
      node.list.items.push(itemOf(text, markers[i]!, trimItem(text, content, bound)));
    }
    node.style = styleOf(text, node.list.items, markers, tokens);
  }
  return node.style;
}

/** Whether the list that begins with `first`, after the last marker of `node`, stands in the last item of `node`. */
function holds(text: string, tokens: readonly Token[], node: Node, first: Marker): boolean {
  if (first.start >= node.limit || first.family === node.markers[0]!.family) return false;
  if (node.nested.includes(first.family)) return true;
  const from = Math.max(node.markers.at(-1)!.content, node.nestedUntil);
  const to = trimSpaces(text, from, first.start);
  const announced = /[:：]/.test(text.charAt(to - 1));
  if (isSentenceEnd(text.charCodeAt(to - 1)) || (beginsLine(text, first.start) && !announced)) return false;
  return lastItemEnd(text, from, to, tokens, measure(text, tokens, node)) === trimItem(text, from, to);
}

function finish(text: string, tokens: readonly Token[], node: Node): void {
  const last = node.markers.at(-1)!;
  const style = measure(text, tokens, node);
  const limit = boundAfter(node.parent, last.start, node.limit);
  const end = Math.max(lastItemEnd(text, last.content, limit, tokens, style), node.nestedEnd);
  node.list.items.push(itemOf(text, last, end));
  if (node.parent !== undefined && node.parent.markers.at(-1)!.start < node.markers[0]!.start) {
    node.parent.nestedUntil = last.content;
    node.parent.nestedEnd = end;
  }
}

function open(stack: readonly Node[], { markers, limit }: Sequence): Node {
  const parent = stack.at(-1);
  const { family } = markers[0]!;
  if (parent?.nested.includes(family) === false) parent.nested.push(family);
  return {
    markers,
    parent,
    limit,
    list: { kind: "points", items: [] },
    style: undefined,
    nested: [],
    nestedUntil: 0,
    nestedEnd: 0,
  };
}

/** Finds the lists of a post and their items, in order of their first markers; a nested list follows the one it is in. */
export function readLists(text: string, tokens: readonly Token[], markers: readonly Marker[]): ParsedList[] {
  if (markers.length < 2) return [];
  const lists: ParsedList[] = [];
  const stack: Node[] = [];
  const close = (limit: number): void => {
    const node = stack.pop()!;
    node.limit = Math.min(node.limit, limit);
    finish(text, tokens, node);
    node.list.kind = kindOf(text, node.markers[0]!, node.list.items);
  };
  for (const sequence of sequences(text, markers, scopesOf(text, tokens))) {
    const first = sequence.markers[0]!;
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      if (top.markers.at(-1)!.start > first.start || holds(text, tokens, top, first)) break;
      close(first.start);
    }
    const node = open(stack, sequence);
    lists.push(node.list);
    stack.push(node);
  }
  while (stack.length > 0) close(text.length);
  return lists;
}

import { ArgumentError } from "../errors.js";
import type { Construct, Token } from "./construct.js";
import { type Marker, markerStarts, readMarker } from "./markers.js";

const MARKER = 1;

/** What can begin at each UTF-16 code: 0 nothing, otherwise an index into `at`, with the lowest bit set for markers. */
interface Table {
  codes: Uint8Array;
  at: readonly (readonly Construct[])[];
}

const tables = new WeakMap<readonly Construct[], Table>();

function tableOf(constructs: readonly Construct[]): Table {
  let table = tables.get(constructs);
  if (table === undefined) {
    table = buildTable(constructs);
    tables.set(constructs, table);
  }
  return table;
}

function buildTable(constructs: readonly Construct[]): Table {
  const byCode = new Map<number, Construct[]>();
  for (const construct of constructs) {
    for (let i = 0; i < construct.starts.length; i++) {
      const code = construct.starts.charCodeAt(i);
      byCode.set(code, [...(byCode.get(code) ?? []), construct]);
    }
  }
  if (byCode.size > 120) {
    throw new ArgumentError("Give constructs at most 120 `starts` in all.", {
      characters: byCode.size,
    });
  }
  const codes = new Uint8Array(0x10000);
  const at: (readonly Construct[])[] = [[]];
  for (const [code, list] of byCode) codes[code] = (at.push(list) - 1) << 1;
  const starts = markerStarts();
  for (let i = 0; i < starts.length; i++) codes[starts.charCodeAt(i)]! |= MARKER;
  return { codes, at };
}

function checkPlace(token: Token, construct: Construct, at: number, length: number): void {
  if (token.start === at && token.end > at && token.end <= length) return;
  throw new ArgumentError(`The construct ${construct.name} has to return a token from ${at} on within the text.`, {
    construct: construct.name,
    at,
    start: token.start,
    end: token.end,
  });
}

function authorOf(token: Token): Token | undefined {
  if ((token.kind !== "repost" && token.kind !== "reply") || token.nameStart === undefined) return undefined;
  const { name, nameStart, nameEnd } = token;
  return { kind: "mention", start: nameStart - 1, end: nameEnd!, name: name!, nameStart, nameEnd: nameEnd! };
}

/** Reads every token and everything that looks like the marker of a list's item, in one pass over the text. */
export function scan(text: string, constructs: readonly Construct[]): { tokens: Token[]; markers: Marker[] } {
  const { codes, at } = tableOf(constructs);
  const tokens: Token[] = [];
  const markers: Marker[] = [];
  let containerEnd = 0;
  let tokenEnd = 0;
  for (let i = 0; i < text.length; ) {
    const kind = codes[text.charCodeAt(i)]!;
    if (kind === 0) {
      i++;
      continue;
    }
    let token: Token | undefined;
    let contains = false;
    for (const construct of at[kind >> 1]!) {
      token = construct.parse(text, i);
      if (token === undefined) continue;
      checkPlace(token, construct, i, text.length);
      contains = construct.contains === true;
      break;
    }
    if (token !== undefined && (i >= containerEnd || token.end < containerEnd)) {
      tokens.push(token);
      const author = authorOf(token);
      if (author !== undefined) tokens.push(author);
      if (contains) containerEnd = token.end;
      tokenEnd = token.end;
      i = contains ? i + 1 : token.end;
      continue;
    }
    const marker =
      kind & MARKER && i >= containerEnd ? readMarker(text, i, i === tokenEnd ? "" : text.charAt(i - 1)) : undefined;
    if (marker !== undefined) markers.push(marker);
    i = marker?.end ?? i + 1;
  }
  return { tokens, markers };
}

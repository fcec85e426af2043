import { createHash } from "node:crypto";
import { readDictionary } from "../dictionaries.js";
import { ArgumentError } from "../errors.js";
import type { Dictionary, GlossaryEntry } from "../model.js";
import type { GlossaryFormat, Stringified } from "./formats/format.js";
import { formatOf } from "./formats/formats.js";
import { foldForm } from "./forms.js";
import { type GlossaryFinding, lintEntries } from "./lint.js";
import { createMatcher, type Matcher } from "./match.js";
import { diffEntries, type GlossaryDiff, mergeEntries, type OnConflict } from "./merge.js";
import { checkEntry } from "./validate.js";

/** What a glossary is called, for whoever wants to reproduce a translation. */
export interface GlossaryIdentity {
  /** Default `"custom"`. */
  name?: string;
  /** Default: the first 12 hexadecimal digits of the content hash. */
  version?: string;
}

/** The files of the bundled glossary, the earlier ones first where two have one form. */
const BUNDLED = ["brands.json", "products.json", "people.json", "terms.json", "weibo.json"];

let bundled: Glossary | undefined;

/**
 * A list of names and terms with their English. It never changes: `with`, `without` and `merge` give a new one.
 *
 * A form that several entries have belongs to the one whose `source` it is, then to the first.
 */
export class Glossary {
  /** What it is called; no part of its content. */
  readonly name: string;
  /** The entries in their order, frozen. */
  readonly entries: readonly GlossaryEntry[];
  readonly #version: string | undefined;
  #matcher: Matcher | undefined;
  #hash: string | undefined;

  private constructor(entries: readonly GlossaryEntry[], { name, version }: GlossaryIdentity) {
    this.entries = Object.freeze(entries);
    this.name = name ?? "custom";
    this.#version = version;
  }

  /**
   * Makes a glossary of entries, which are checked and copied.
   *
   * @throws {GlossaryError} `invalid-glossary` at the first entry that is not one; `facts` has `entry` (its index),
   *   `field`, `expected` and `received`.
   */
  static of(entries: Iterable<GlossaryEntry>, identity: GlossaryIdentity = {}): Glossary {
    if (typeof (entries as Iterable<unknown> | undefined)?.[Symbol.iterator] !== "function") {
      throw new ArgumentError("Glossary.of takes a list of entries.", { received: typeof entries });
    }
    return new Glossary(Array.from(entries, checkEntry), identity);
  }

  /**
   * Reads a glossary from a text.
   *
   * @param options.format the name of one of `glossaryFormats`, or a format of your own; default `"json"`.
   * @throws {GlossaryError} `invalid-format` with `line` and `column` where the text is not of the format.
   */
  static parse(text: string, options: { format?: string | GlossaryFormat } & GlossaryIdentity = {}): Glossary {
    const { format = "json", ...identity } = options;
    return Glossary.of(formatOf(format).parse(text), identity);
  }

  /** The glossary that comes with the library; its files are read at the first call. */
  static bundled(): Glossary {
    if (!bundled) {
      const files = BUNDLED.map((file) => readDictionary<Dictionary>(file));
      bundled = Glossary.of(
        files.flatMap((file) => file.entries),
        { name: "bundled" },
      );
    }
    return bundled;
  }

  /** How many entries there are. */
  get size(): number {
    return this.entries.length;
  }

  /** SHA-256 of the entries in their order, in hexadecimal: equal hashes, equal behaviour. */
  get hash(): string {
    this.#hash ??= createHash("sha256")
      .update(JSON.stringify(this.entries.map(inFixedOrder)))
      .digest("hex");
    return this.#hash;
  }

  /** The version that was given, or the start of the content hash. */
  get version(): string {
    return this.#version ?? this.hash.slice(0, 12);
  }

  /** What finds the forms in a text; made when first needed.
   *
   * @internal
   */
  get matcher(): Matcher {
    this.#matcher ??= createMatcher(this.entries);
    return this.#matcher;
  }

  /** The entry that a form belongs to: its source or a variant, traditional, full-width, in any letter case. */
  get(form: string): GlossaryEntry | undefined {
    return this.matcher.get(form);
  }

  /** A new glossary in which these entries take the place of those with the same source; new ones come last. */
  with(entries: Iterable<GlossaryEntry>): Glossary {
    return new Glossary(mergeEntries(this.entries, Glossary.of(entries).entries, "replace"), { name: this.name });
  }

  /** A new glossary without the entries that have one of these forms. */
  without(forms: Iterable<string>): Glossary {
    const keys = new Set(Array.from(forms, foldForm));
    const has = (form: string) => keys.has(foldForm(form));
    const kept = this.entries.filter((entry) => !has(entry.source) && !entry.variants?.some(has));
    return new Glossary(kept, { name: this.name });
  }

  /**
   * A new glossary of the entries of both.
   *
   * @param options.onConflict what to do where both have a source and say different things of it; default `"error"`.
   * @throws {GlossaryError} `glossary-conflict`, with all conflicts in `facts.conflicts`.
   */
  merge(other: Glossary, options: { onConflict?: OnConflict } = {}): Glossary {
    return new Glossary(mergeEntries(this.entries, other.entries, options.onConflict ?? "error"), { name: this.name });
  }

  /** What the other glossary adds, lacks and changes. */
  diff(other: Glossary): GlossaryDiff {
    return diffEntries(this.entries, other.entries);
  }

  /**
   * Writes the glossary as a text, and says which entries the format could not hold and which only in part.
   *
   * @param options.format as in `parse`; default `"json"`.
   */
  stringify(options: { format?: string | GlossaryFormat } = {}): Stringified {
    return formatOf(options.format ?? "json").stringify(this.entries);
  }

  /** Findings about entries that will not do what their author wants; `[]` where there are none. */
  lint(): GlossaryFinding[] {
    return lintEntries(this.entries);
  }
}

function inFixedOrder(entry: GlossaryEntry): unknown {
  const { source, target, kind, variants, accept, forbid, ambiguous, prior, notIn, cues, note } = entry;
  return [source, target, kind, variants, accept, forbid, ambiguous, prior, notIn, cues?.for, cues?.against, note];
}

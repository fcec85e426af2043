import { ArchiveError } from "../errors.js";
import { packageVersion } from "../package.js";
import type { Translator } from "../translator.js";
import type { Fingerprint } from "./journal.js";

/** What a run is made of: the library, glossary, engine and model, and further settings. */
export function fingerprintOf(
  { glossary, engine }: Pick<Translator, "glossary" | "engine">,
  settings: Fingerprint = {},
): Fingerprint {
  const hash = glossary.hash.slice(0, 12);
  return {
    library: packageVersion(),
    // A glossary without a version of its own has its hash for one.
    glossary: `${glossary.name}${hash.startsWith(glossary.version) ? "" : ` ${glossary.version}`} (${hash})`,
    engine: engine.name,
    model: engine.model ?? "",
    ...settings,
  };
}

/**
 * Makes sure that a run goes on with what it was begun with.
 *
 * @throws ArchiveError `archive-changed`, with what was and what is in `facts.changes`.
 */
export function checkSame(before: Fingerprint, now: Fingerprint): void {
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])];
  const changes = names
    .filter((name) => identity(name, before[name]) !== identity(name, now[name]))
    .map((name) => ({ name, before: before[name], now: now[name] }));
  if (changes.length === 0) return;
  const what = changes
    .map(({ name, before: was, now: is }) => `${name} was ${said(was)} and is ${said(is)}`)
    .join("; ");
  throw new ArchiveError(
    "archive-changed",
    `This output was begun with other settings: ${what}. Use those again, choose another output, or give \`restart\` (--restart).`,
    { changes },
  );
}

/** A glossary is the same under another name: its hash, which stands last, says what is in it. */
function identity(name: string, value: string | undefined): string | undefined {
  return name === "glossary" ? value?.slice(value.lastIndexOf("(")) : value;
}

function said(value: string | undefined): string {
  return value === undefined || value === "" ? "not set" : `"${value}"`;
}

import { createHash } from "node:crypto";

/**
 * What an engine calls its model: its name, and behind it in brackets eight hexadecimal digits for the settings that change
 * what it says, so that a memory never serves what other settings made.
 *
 * @param settings Anything that can be written as JSON; members that are undefined do not count. @returns The name alone
 * where no setting is left.
 */
export function modelName(name: string | undefined, settings: Readonly<Record<string, unknown>>): string {
  const written = writeOnce(settings);
  if (written === "{}") return name ?? "";
  const digits = createHash("sha256").update(written).digest("hex").slice(0, 8);
  return name ? `${name} (${digits})` : digits;
}

/** Writes settings as JSON; an object that contains itself is written once. */
function writeOnce(settings: Readonly<Record<string, unknown>>): string {
  const seen = new Set<unknown>();
  return JSON.stringify(settings, (_, value: unknown) => {
    if (typeof value === "bigint") return `${value}n`;
    if (typeof value !== "object" || value === null) return value;
    if (seen.has(value)) return undefined;
    seen.add(value);
    return value;
  });
}

import type { TranslationUnit } from "./engine.js";

type Ask<Key> = (group: readonly TranslationUnit[], key: Key) => Promise<readonly string[]>;

/**
 * Divides units into groups that a server can take in one request, asks for each in turn, and puts the answers back in
 * order. A group that got a wrong number of answers is asked for unit by unit; what stays wrong is `""`.
 */
export async function inGroups<Key>(
  units: readonly TranslationUnit[],
  keyOf: (unit: TranslationUnit) => Key,
  ask: Ask<Key>,
): Promise<string[]> {
  const groups = new Map<Key, number[]>();
  units.forEach((unit, i) => {
    const key = keyOf(unit);
    const places = groups.get(key);
    if (places) places.push(i);
    else groups.set(key, [i]);
  });
  const texts = new Array<string>(units.length);
  for (const [key, places] of groups) {
    const answers = await askAll(
      places.map((i) => units[i]!),
      key,
      ask,
    );
    places.forEach((place, k) => {
      texts[place] = answers[k]!;
    });
  }
  return texts;
}

async function askAll<Key>(units: readonly TranslationUnit[], key: Key, ask: Ask<Key>): Promise<readonly string[]> {
  const answers = await ask(units, key);
  if (answers.length === units.length) return answers;
  if (units.length === 1) return [""];
  const single: string[] = [];
  for (const unit of units) single.push(...(await askAll([unit], key, ask)));
  return single;
}

/** Divides units between a server's HTML and plain modes. */
export function byCarry(units: readonly TranslationUnit[], ask: Ask<boolean>): Promise<string[]> {
  return inGroups(units, (unit) => unit.carry === "markup", ask);
}

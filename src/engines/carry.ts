import type { TranslationUnit } from "./engine.js";
import { protocolError } from "./http.js";

/** Divides units between a server's HTML and plain modes, asks for each, and puts the answers back in order. */
export async function byCarry(
  engine: string,
  units: readonly TranslationUnit[],
  ask: (group: readonly TranslationUnit[], isMarkup: boolean) => Promise<readonly string[]>,
): Promise<string[]> {
  const texts = new Array<string>(units.length);
  for (const isMarkup of [true, false]) {
    const places = units.flatMap((unit, i) => ((unit.carry === "markup") === isMarkup ? [i] : []));
    if (places.length === 0) continue;
    const answers = await ask(
      places.map((i) => units[i]!),
      isMarkup,
    );
    if (answers.length !== places.length) throw protocolError(engine, `${answers.length} texts for ${places.length}`);
    places.forEach((place, k) => {
      texts[place] = answers[k]!;
    });
  }
  return texts;
}

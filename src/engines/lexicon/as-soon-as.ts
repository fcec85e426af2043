import { isWeather } from "./clause-shape.js";
import { altered, nominal, reader, withSubject, wordless } from "./make-phrases.js";
import type { Clause } from "./phrase.js";
import type { Setting } from "./setting.js";

/**
 * 一打开相机就闪退: gives both halves a subject where the Chinese names nobody. A machine fails whoever uses it ("as soon as
 * you open the camera, it crashes"); anything else is told by whom it happens to ("as soon as I see him, I …").
 */
export function ofWhom(phrase: Clause, { self, carried, agreement }: Setting): Clause {
  const at = phrase.front.findIndex((part) => part.type === "clause" && part.conjunction?.english === "as soon as");
  const led = phrase.front[at];
  if (led?.type !== "clause" || led.subject || phrase.subject || phrase.please || self || carried || agreement)
    return phrase;
  const fails = phrase.verb?.word.readings.some(({ category }) => category === "FAILV") === true;
  // 一下雨就堵车: it rains
  if (isWeather(led)) return phrase;
  if (isWeather(phrase)) return altered(phrase, { front: phrase.front.with(at, withSubject(led, me())) });
  const [who, what] = fails ? [reader(), nominal(wordless("it", "pronoun"))] : [me(), me()];
  return altered(withSubject(phrase, what), { front: phrase.front.with(at, withSubject(led, who)) });
}

const me = () => nominal(wordless("I", "pronoun"));

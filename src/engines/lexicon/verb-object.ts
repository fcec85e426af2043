import { candidate } from "./candidates.js";
import type { Item, Word } from "./entry.js";
import type { Lexicon } from "./load.js";

/** What goes on with the object of a verb: 点击右上角|的图标, 打开手机|里的相机, 吃饺子|还是汤圆, 取消航班|20班次, 点击屏幕|右上角. */
const GOES_ON = /[的里中和与及、]|还是|\d+(?:班次|[台部件套辆份张名位])|(?:[左右][上下]?|[上下顶底])[角方边侧部]/y;
/** What somebody is taken along to do: 带娃|去动物园. */
const DOES = /[去来到上出回看玩学吃逛坐]/y;
/** How much likelier it is that a phrase before 的 is the clause that it reads as: 吃饺子的人. */
const BEFORE_DE = 1;
const NOMINAL = /^(?:noun|mass|plural)$/;
const VERBAL = /^(?:verb|V[A-Z]+)$/;

/**
 * The verb of a fixed phrase that holds its object, where what follows may be more of the object.
 *
 * The phrase and its two words are then about as likely, and the grammar chooses.
 */
export function* verbOfPhrase(text: string, at: number, end: number, item: Item, lexicon: Lexicon): Generator<Word> {
  GOES_ON.lastIndex = end;
  DOES.lastIndex = end;
  const more = GOES_ON.exec(text)?.[0];
  const [first] = item.readings;
  const takesAlong = text[at] === "带" && DOES.test(text);
  if (
    !(more || takesAlong) ||
    end - at < (takesAlong ? 2 : 3) ||
    !first ||
    !VERBAL.test(first.category) ||
    !isTwoWords(first.english)
  )
    return;
  for (let middle = end - 1; middle > at; middle--) {
    const verb = lexicon.lookup(text.slice(at, middle));
    const object = lexicon.lookup(text.slice(middle, end));
    if (!verb?.readings.some((r) => VERBAL.test(r.category)) || !NOMINAL.test(object?.readings[0]?.category ?? ""))
      continue;
    yield candidate(text, at, middle, verb.readings, item.cost - object!.cost + (more === "的" ? BEFORE_DE : 0));
    return;
  }
}

const isTwoWords = (english: Item["readings"][number]["english"]): boolean =>
  typeof english === "string" && /^[a-z]+ [a-z]/.test(english);

import { type Agreement, isReporting, selfOf } from "./agreement.js";
import { isFeeling } from "./clause-shape.js";
import { altered, nominal, wordless } from "./make-phrases.js";
import { NEGATIVE_MODAL } from "./modals.js";
import type { Clause } from "./phrase.js";
import { added, type Piece, pieceOf } from "./piece.js";
import { pieces, withGerund } from "./realise.js";
import { lacksIt, saysOfItself } from "./said.js";
import { infinitive, inside, type Setting, settingWith, withPronoun } from "./setting.js";

/** What completes a verb: "to go", "that he goes", "going". */
export function complementPieces(phrase: Clause, verb: string, agreement: Agreement, setting: Setting): Piece[] {
  const complement = phrase.complement;
  if (!complement) return [];
  const { english } = setting;
  const clause = complement.clause;
  const nested = inside(setting);
  const wished = verb === "wish" && clause.objects.length === 1 ? clause.objects[0] : undefined;
  if (wished?.type === "leaf" && !clause.verb && !clause.subject)
    return pieces(altered(wished, { english: withArticle(wished.english) }), "object", nested);
  if (complement.kind === "finite" && verb === "feel" && isFeeling(clause))
    return clause.objects.flatMap((o) => pieces(o, "predicate", nested));
  // 高兴得跳了起来: "so happy that he …"
  if (complement.kind === "finite" && phrase.copula)
    return [added("that", "result"), ...pieces(withPronoun(clause, setting), "object", nested)];
  // 想想为什么开始: "why you started"
  if (complement.kind === "finite" && clause.how?.english === "why" && !clause.subject)
    return pieces(
      altered(clause, { subject: nominal(wordless(setting.self ?? "you", "pronoun")) }),
      "object",
      settingWith(nested, { agreement: "none" }),
    );
  // 知道怎么解决: "know how to solve it"
  if (complement.kind === "finite" && clause.how && !clause.subject && !clause.modals.length)
    return [
      pieceOf(clause.how, clause.how.english, "question"),
      added("to", "infinitive"),
      ...pieces(withoutHow(clause), "object", infinitive(nested)),
    ];
  // 他说不是: "he says it is not"
  if (complement.kind === "finite" && phrase.verb && isReporting(phrase.verb) && lacksIt(clause))
    return pieces(
      altered(clause, { subject: nominal(wordless("it", "pronoun")) }),
      "object",
      settingWith(nested, { agreement: "none" }),
    );
  if (complement.kind === "finite")
    return pieces(
      saysOfItself(phrase, clause, setting) ? withPronoun(clause, setting) : clause,
      "object",
      settingWith(nested, { agreement: clause.subject ? "none" : agreement === "none" ? "they" : agreement }),
    );
  if (clause.subject) return pieces(clause, "object", nested);
  if (/^look forward(?: to)?$/.test(verb))
    return [...(verb.endsWith(" to") ? [] : [added("to", "infinitive")]), ...withGerund(clause, setting)];
  if (/^congratulat/i.test(verb)) return [added("on", "congratulation"), ...withGerund(clause, setting)];
  if (verb === "thank" && phrase.objects.length) return [added("for", "thanks"), ...withGerund(clause, setting)];
  if (
    (!phrase.objects.length || /\{\} (?:for|on|from|of|in|with)$/.test(phrase.verb?.english ?? "")) &&
    english.takesGerund(verb.replace(" {}", ""))
  )
    return withGerund(clause, setting);
  const bare =
    (phrase.objects.length > 0 && english.takesBare(verb.split(" ")[0]!)) ||
    (!phrase.objects.length && / to$/.test(verb));
  const { negation } = clause;
  const affirmed = altered(clause, { negation: undefined });
  const forbidden = clause.modals.filter((leaf) => NEGATIVE_MODAL.test(leaf.english));
  if (!bare && (negation !== undefined || forbidden.length)) {
    const modals = clause.modals.filter((leaf) => !forbidden.includes(leaf));
    const not = forbidden[0] ? pieceOf(forbidden[0], "not", "negation") : added("not", "negation");
    return [not, added("to", "infinitive"), ...pieces(altered(affirmed, { modals }), "object", infinitive(nested))];
  }
  // 看到小姑娘让座: whose seat it is, is hers who gives it up
  const own = selfOf(phrase.objects.at(-1), english) ?? setting.self;
  const made = pieces(clause, "object", settingWith(infinitive(nested), { self: own }));
  return bare ? made : [added("to", "infinitive"), ...made];
}

const withoutHow = (phrase: Clause): Clause => altered(phrase, { how: undefined });

/** 祝你生日快乐: what is wished is "a happy birthday". */
const withArticle = (wish: string): string =>
  /^(?:happy|merry|nice|good|have a|safe)\b(?!.*\b(?:holidays|health|luck)$)/.test(wish)
    ? `a ${wish.replace(/^have a /, "")}`
    : wish;

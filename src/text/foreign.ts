/** What stands in quotation or title marks is quoted, whatever the sentence is written in. */
const QUOTED = /「[^」]{0,200}」|『[^』]{0,200}』|《[^》]{0,200}》|“[^”]{0,200}”/g;
const WRITTEN = /[ぁ-ゖ가-힣]/;
const HAN = /\p{Script=Han}/gu;
const HIRAGANA_RUN = /[ぁ-ゖ]+/g;
const HANGUL = /[가-힣]/g;
/** Characters of Chinese sentences that no Japanese one has. */
const CHINESE_ONLY = /[你您们們吗嗎吧呢啊这這很说說她让讓给給什么麼没哪咱啦]/;

/** Letters that a foreign sentence needs: fewer are a fashion (鲜の每日). */
const LEAST = 3;

/**
 * The language of a sentence that is no Chinese: `"ja"` where hiragana stands between its other characters, `"ko"` where
 * it is written in hangul. Chinese that quotes a word of either is Chinese.
 */
export function foreignLanguage(text: string): "ja" | "ko" | undefined {
  if (!WRITTEN.test(text)) return undefined;
  const told = text.replace(QUOTED, " ");
  const han = told.match(HAN)?.length ?? 0;
  const hangul = told.match(HANGUL)?.length ?? 0;
  if (hangul >= LEAST && hangul > 2 * han) return "ko";
  const runs = told.match(HIRAGANA_RUN) ?? [];
  const hiragana = runs.join("").length;
  const mixed = runs.length > 1 || han === 0;
  return mixed && hiragana >= LEAST && hiragana * 2 > han && !CHINESE_ONLY.test(told) ? "ja" : undefined;
}

const ORDER = /(?:[上下另又]一|第(?:[一二三四五六七八九十]|\d{1,3}))$/;
const MEASURES = "个家";

/** Whether a measure stands at an offset that orders and does not count, and so tells nothing: 下一个苹果 may be the next Apple. */
export function isOrdering(text: string, at: number): boolean {
  return MEASURES.includes(text[at] ?? " ") && ORDER.test(text.slice(Math.max(0, at - 4), at));
}

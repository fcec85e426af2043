import type { Word } from "./entry.js";
import { numeralValue } from "./numbers.js";
import type { MakeWord, ReadAt } from "./read-at.js";

/** 打八折, 五折, 七成: tenths, which English tells as percent. */
const TENTHS = /打?([\d.]+|[一二两三四五六七八九]{1,2})(折|成)(?![功为员长熟立果就绩本都])/y;
/** 满200减30: so much off every so much. */
const REDUCTION = /满 ?(\d+|[一二两三四五]?[百千]) ?元? ?[减立送] ?减? ?(\d+|[一二两三五]?[十百]) ?元?/y;
/** 九块九, 19块9: yuan and tenths of a yuan. */
const PRICE =
  /(\d{1,4}|[一二两三四五六七八九十百]{1,5})块([1-9一二三四五六七八九])(?![\d一二三四五六七八九十百千万个分天毛斤件份只张本袋盒瓶包次碗杯公千])毛?/y;

/** What something costs, or costs less: 19块9, 八折, 满200减30. */
export function* priceAt(read: ReadAt, one: MakeWord): Generator<Word> {
  const tenths = read(TENTHS);
  if (tenths) {
    const digits = numeralValue(tenths[1]!) ?? Number(tenths[1]);
    const share = digits < 10 ? digits * 10 : digits;
    const off = `${Math.round(1000 - share * 10) / 10}% off`;
    if (tenths[2] === "折" && tenths[0].startsWith("打")) yield one(tenths[0].length, "adjective", off, 6);
    else if (tenths[2] === "折") {
      const discount = one(tenths[0].length, "mass", off, 6);
      // 五折起 is another kind of amount than 五折
      yield { ...discount, readings: [...discount.readings, { category: "DISCOUNT", english: off, cost: 0 }] };
    } else if (!tenths[0].startsWith("打")) yield one(tenths[0].length, "percent", `${share}%`, 9);
  }
  const reduction = read(REDUCTION);
  if (reduction) {
    const [from, off] = [reduction[1]!, reduction[2]!].map((digits) => numeralValue(digits));
    yield one(reduction[0].length, "phrase", `${off} yuan off every ${from} yuan`, 6);
  }
  const price = read(PRICE);
  const yuan = price && numeralValue(price[1]!);
  if (price && yuan !== undefined) yield one(price[0].length, "PRICE", `${yuan}.${numeralValue(price[2]!)}`, 7, yuan);
}

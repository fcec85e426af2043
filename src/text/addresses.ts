import type { Range } from "../span.js";

/** What a host may end in where nothing else says that it is one: Node.js is none. */
const ENDS = "com|cn|net|org|edu|gov|io|cc|tv|me|co|hk|tw|top|vip|info|shop";
const LABELS = "(?:[a-z\\d][a-z\\d-]{0,62}\\.){1,6}";
const ADDRESS = new RegExp(
  `(?<![\\w.+@-])(?:(?:[\\w.+-]{1,64}@|www\\.)${LABELS}[a-z]{2,12}|${LABELS}(?:${ENDS}))(?![\\w-])(?:/[\\w\\-./?=&%#~]{0,500})?`,
  "gi",
);

/** Where e-mail addresses and web addresses without a scheme stand in a text: hr@huawei.com, www.mi.com/cn, oppo.com. */
export function addressesIn(text: string): Range[] {
  if (!text.includes(".")) return [];
  return [...text.matchAll(ADDRESS)].map(({ 0: address, index }) => ({ start: index, end: index + address.length }));
}

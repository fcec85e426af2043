// A construct of your own: Weibo and Xueqiu write a stock as $name(code)$. Run with: npx tsx examples/own-construct.ts
import { type Construct, createTranslator, defaultConstructs } from "not-millet";

// Sticky and bounded: it looks at one place and not further than a stock's name can be, so the time stays linear.
const STOCK = /\$([^\s$]{1,30})\$/y;

const stock: Construct = {
  name: "stock",
  starts: "$",
  parse(text, at) {
    STOCK.lastIndex = at;
    const match = STOCK.exec(text);
    if (match === null) return undefined;
    const end = STOCK.lastIndex;
    return { kind: "stock", start: at, end, name: match[1]!, nameStart: at + 1, nameEnd: end - 1 };
  },
};

// A new list, not a change to a shared one: other translators know nothing of it.
const translator = createTranslator({ constructs: [stock, ...defaultConstructs] });

// The token travels as it is, and no name is looked for inside it.
const post = await translator.translate("今天$小米集团(01810)$大涨，小米手机也卖得很好。#港股#");
console.log(post.target.text);
console.log(post.terms.map(({ source, target }) => `${source.text} → ${target?.text}`));

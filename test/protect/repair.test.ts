import { describe, expect, it } from "vitest";
import { Glossary } from "../../src/glossary/glossary.js";
import { createTranslator } from "../../src/translator.js";

const glossary = Glossary.of([
  { source: "小米", target: "Xiaomi", kind: "brand", accept: ["Mi"], forbid: ["millet"], notIn: ["小米粥"] },
  { source: "小米云服务", target: "Xiaomi Cloud", kind: "service", accept: ["Mi Cloud"] },
  { source: "荣耀", target: "HONOR", kind: "brand", forbid: ["glory"] },
  { source: "荣耀手机", target: "HONOR phone", kind: "product", accept: ["HONOR"] },
  { source: "一加手机", target: "OnePlus phone", kind: "product", accept: ["OnePlus"] },
]);
const translator = createTranslator({ glossary });

describe("repair", () => {
  const rows: [what: string, source: string, existing: string, mended: string, statuses: string][] = [
    [
      "mends each name where it stands",
      "登录小米云服务，小米手机",
      "Sign millet cloud services, millet phone",
      "Sign Xiaomi Cloud services, Xiaomi phone",
      "repaired repaired",
    ],
    [
      "leaves the porridge alone, before the name and after it",
      "早餐喝小米粥，小米发布新手机",
      "Millet porridge for breakfast; millet released a new phone",
      "Millet porridge for breakfast; Xiaomi released a new phone",
      "repaired",
    ],
    [
      "reports a name that was left out, and leaves the porridge alone",
      "早餐喝小米粥，小米发布新手机",
      "Millet porridge for breakfast; a new phone came out",
      "Millet porridge for breakfast; a new phone came out",
      "missing",
    ],
    ["knows what follows from a name inside", "荣耀手机", "the glory mobile phone", "the HONOR phone", "repaired"],
    [
      "puts an accepted form right as that form",
      "一加手机",
      "One Plus mobile phone",
      "OnePlus mobile phone",
      "repaired",
    ],
    ["keeps a possessive", "小米的产品", "millet's products", "Xiaomi's products", "repaired"],
    ["makes one of a plural possessive", "小米的手机", "Millets’ phones", "Xiaomi’s phones", "repaired"],
    [
      "keeps lines, quotes and signs",
      "小米\n小米！",
      "“Millet”\n 】Millet…",
      "“Xiaomi”\n 】Xiaomi…",
      "repaired repaired",
    ],
    ["translates a name that was left in Chinese", "小米手机", "the 小米 phone", "the Xiaomi phone", "repaired"],
    ["reports what it cannot place", "小米手机", "a phone", "a phone", "missing"],
    ["takes an empty translation", "小米手机", "", "", "missing"],
    ["changes nothing where nothing is wrong", "小米手机", "A Xiaomi phone.", "A Xiaomi phone.", "kept"],
  ];
  it.each(rows)("%s", async (_, source, existing, mended, statuses) => {
    const post = await translator.repair(source, existing);
    expect(post.target.text).toBe(mended);
    expect(post.terms.map(({ status }) => status).join(" ")).toBe(statuses);
    expect(post.issues.filter(({ code }) => code === "term-missing")).toHaveLength(
      statuses.split("missing").length - 1,
    );
  });

  it.each<[string, string, string | undefined]>([
    ["的确有小米云服务", "There is indeed the service that Xiaomi has for clouds", "Xiaomi"],
    ["小米有小米云服务", "Xiaomi has something for clouds", undefined],
    ["有小米云服务", "There is something for clouds", undefined],
  ])("of %s in %j says that %s is there", async (source, existing, name) => {
    const { issues } = await translator.repair(source, existing);
    const [issue] = issues.filter(({ code }) => code === "term-missing");
    expect(issue).toMatchObject({ severity: name ? "warning" : "error" });
    expect(issue?.target?.text).toBe(name);
  });

  it("finds again what stands in both texts: mentions, links and emoticons as they are, hashtags in their order", async () => {
    const source = "#小米手机#好看[泪] @雷军 说的 http://t.cn/A6x7 #荣耀#也好";
    const existing = "#Millet phone# looks good [泪], said @雷军 http://t.cn/A6x7 #HONOR# is good too";
    const { target, hashtags, mentions, urls, emoticons } = await translator.repair(source, existing);
    expect(target.text).toBe(existing.replace("Millet", "Xiaomi"));
    expect(hashtags.map((hashtag) => [hashtag.name, hashtag.target?.text])).toEqual([
      ["小米手机", "#Xiaomi phone#"],
      ["荣耀", "#HONOR#"],
    ]);
    for (const { source: from, target: to } of [...mentions, ...urls, ...emoticons]) expect(to?.text).toBe(from.text);
  });

  it("reports what the translation lost, and finds the rest", async () => {
    const source = "@雷军 @林斌 小米[泪] http://t.cn/A6x7 #荣耀#";
    const { hashtags, mentions, issues } = await translator.repair(source, "@林斌: Mi");
    expect(mentions[1]!.target?.text).toBe("@林斌");
    expect(hashtags[0]!.targetName).toBe("");
    const lost = issues.filter(({ code }) => code === "token-missing").map((issue) => issue.source?.text);
    expect(lost).toEqual(["#荣耀#", "@雷军", "http://t.cn/A6x7", "[泪]"]);
  });
});

describe("repair with the bundled glossary", () => {
  const bundled = createTranslator();

  it.each([
    ["打开支付宝付款", "Open Pay Treasure to pay", "Open Alipay to pay"],
    ["在抖音看视频", "Watch videos on shaking sound", "Watch videos on Douyin"],
    ["在淘宝买了魅族手机", "I bought a Charm Family phone on treasure hunt", "I bought a Meizu phone on Taobao"],
    ["我在B站发了视频", "I posted a video on Station B", "I posted a video on bilibili"],
    ["大疆无人机", "Big Frontier drone", "DJI drone"],
    ["红米手机开售", "Red rice phones on sale", "REDMI phones on sale"],
    ["真我手机开售", "True me phones on sale", "realme phones on sale"],
    ["华为鸿蒙系统升级", "Huawei primordial chaos system upgrade", "Huawei HarmonyOS upgrade"],
    ["用滴滴打车", "Take a drip taxi", "Take DiDi Dache"],
    ["饿了么和海底捞", "Are you hungry and fishing from the bottom of the sea", "Ele.me and Haidilao"],
    ["在闲鱼卖，在拼多多买", "Sell on salted fish, buy on spell a lot", "Sell on Xianyu, buy on Pinduoduo"],
    ["飞猪订票", "Book with flying pig", "Book with Fliggy"],
    ["用飞书开会", "Meet with flying book", "Meet with Feishu"],
    ["高德地图导航", "High German maps navigation", "Gaode Maps navigation"],
    ["丁香医生提醒大家", "Lilac Doctor reminds everyone", "DXY Doctor reminds everyone"],
    ["玩绝地求生", "Play Jedi survival", "Play PUBG: Battlegrounds"],
    ["喝了瓶农夫山泉", "Drank a bottle of farmer's mountain spring", "Drank a bottle of Nongfu Spring"],
  ])("%s: %s", async (source, existing, mended) => {
    expect((await bundled.repair(source, existing)).target.text).toBe(mended);
  });

  it.each([
    ["打开抖音", "Open the shaking sound", "Open Douyin", "repaired"],
    ["抖音很火", "The shaking sound is very popular", "Douyin is very popular", "repaired"],
    ["抖音推出新功能", "The shaking sound launched new features", "Douyin launched new features", "repaired"],
    ["抖音雇了三千人", "The shaking sound employs 3,000 people", "Douyin employs 3,000 people", "repaired"],
    ["抖音限制直播", "The shaking sound restricts its streams", "Douyin restricts its streams", "repaired"],
    ["抖音用户", "The shaking sound users like it", "The Douyin users like it", "repaired"],
    ["用微信支付买单", "Pay the bill with WeChat", "Pay the bill with WeChat Pay", "repaired"],
    ["商家支持微信支付", "The shop lets you pay by wechat", "The shop lets you pay by WeChat Pay", "repaired"],
    ["用微信支付付款", "Use WeChat to pay.", "Use WeChat Pay to pay.", "repaired"],
    ["已用微信支付", "It was paid via WeChat", "It was paid via WeChat Pay", "repaired"],
    ["用百度搜索查天气", "Search for the weather with Baidu", "Search for the weather with Baidu Search", "repaired"],
    ["在微信里用微信支付", "Pay with WeChat in WeChat", "Pay with WeChat Pay in WeChat", "kept repaired"],
    ["微信支付的图标", "The icon of WeChat's way to pay", "The icon of WeChat's way to pay", "missing"],
    ["在小红书看到的", "Seen on the small red book", "Seen on Xiaohongshu", "repaired"],
    ["小红书上的红裙子", "The red dress from the App", "The red dress from the App", "missing"],
    ["小红书上的红裙子", "The red dress from RED", "The red dress from RED", "kept"],
    ["抖音雇了很多人", "The Douyin employs many people", "Douyin employs many people", "kept"],
    ["知乎上有人问", "Someone asked on the Zhihu: how?", "Someone asked on Zhihu: how?", "kept"],
    ["理想的车主", "The owners of the ideal quarrelled", "The owners of Li Auto quarrelled", "repaired"],
    ["他是汽车界的小米", "It is the Xiaomi of cars", "It is the Xiaomi of cars", "kept"],
    ["华为Mate60发布", "Huawei mate60 is out", "HUAWEI Mate 60 is out", "repaired"],
    ["小米15发布", "millet15 is out", "Xiaomi 15 is out", "repaired"],
    ["抖音说不会", "the shaking sound says no", "Douyin says no", "repaired"],
    ["抖音认证账号", "the shaking sound verified account", "the Douyin verified account", "repaired kept"],
    ["抖音应用很火", "The shaking sound app is hot", "The Douyin app is hot", "repaired"],
    ["抖音的用户很多", "The shaking sound's users are many", "Douyin's users are many", "repaired"],
    ["抖音用户", "Users of the shaking sound app", "Users of the Douyin app", "repaired"],
    ["抖音上很火", "It is hot on “the shaking sound”.", "It is hot on “Douyin”.", "repaired"],
    ["魅族发布新机", "Meizu tribe released a new phone", "Meizu released a new phone", "repaired"],
    ["魅族手机很好", "The Meizu tribe phone is good", "The Meizu phone is good", "repaired"],
    ["荣耀手机开售", "Glory mobile phones go on sale", "HONOR phones go on sale", "repaired"],
    ["荣耀手机开售", "HONOR handsets go on sale", "HONOR handsets go on sale", "kept"],
    ["小米电视很大", "The millet television is big", "The Xiaomi TV is big", "repaired"],
    ["小米生态链", "millet's ecological chain", "Xiaomi ecosystem", "repaired"],
    ["我有一个小米手环", "I have a millet bracelet", "I have a Xiaomi Smart Band", "repaired"],
    ["我有一个小米手环", "I have a millet trinket", "I have a Xiaomi trinket", "missing"],
    ["小米发布会", "the “millet” conference", "the “Xiaomi” conference", "missing"],
    ["小米发布会", "An millet-conference", "A Xiaomi launch event", "repaired"],
    ["联想电脑降价", "Association computers cut prices", "Lenovo computers cut prices", "repaired"],
    ["小米的新品", "millets' new products", "Xiaomi's new products", "repaired"],
    ["一部荣耀手机", "a glory phone", "an HONOR phone", "repaired"],
    ["小米，我爱你", "MILLET, I love you", "Xiaomi, I love you", "repaired"],
    [
      "华为、小米、魅族、一加",
      "Huawei, millet, charm family and one plus",
      "Huawei, Xiaomi, Meizu and OnePlus",
      "kept repaired repaired repaired",
    ],
    ["1.小米15 2.荣耀500", "1. Millet 15 2. Glory 500", "1. Xiaomi 15 2. HONOR 500", "repaired repaired"],
    [
      "小米新品//@雷军:小米牛",
      "New products from millet //@雷军: the millet is great",
      "New products from Xiaomi //@雷军: Xiaomi is great",
      "repaired repaired",
    ],
    ["苹果发布会吃苹果", "Eat apples at the apple launch", "Eat apples at the Apple event", "repaired"],
    ["腾讯涨价了", "Tengxun has raised its prices", "Tencent has raised its prices", "repaired"],
    ["打开腾讯视频", "Open Tengxun Video", "Open Tencent Video", "repaired"],
    ["联想和华硕的电脑", "Lian Xiang and Hua-shuo computers", "Lenovo and ASUS computers", "repaired repaired"],
    ["鸿蒙系统升级了", "Hongmeng system has been upgraded", "HarmonyOS has been upgraded", "repaired"],
    ["库克谈苹果", "Kuke talks about Pingguo", "Tim Cook talks about Apple", "repaired repaired"],
    ["腾讯涨价了", "tengxun has raised its prices", "Tencent has raised its prices", "repaired"],
    ["腾讯涨价了", "In pinyin that is tengxun", "In pinyin that is tengxun", "missing"],
    ["小米涨价了", "Xiaomi has raised its prices", "Xiaomi has raised its prices", "kept"],
    ["在京东买的", "Bought at Jing Dong", "Bought at Jingdong", "repaired"],
    ["美团抢人", "The Meituan grab people", "Meituan grab people", "kept"],
    ["美团有个大家都用的应用", "The Meituan app people use", "The Meituan app people use", "kept"],
    ["苹果屏幕坏了", "The screen of the apples I bought broke", "The screen of the Apple I bought broke", "repaired"],
    ["我在抖音看到", "On the Douyin I saw it", "On Douyin I saw it", "kept"],
    ["我认识的抖音", "The Douyin I knew was small", "The Douyin I knew was small", "kept"],
  ])("%s: %s", async (source, existing, mended, statuses) => {
    const { target, terms } = await bundled.repair(source, existing);
    expect([target.text, terms.map(({ status }) => status).join(" ")]).toEqual([mended, statuses]);
  });

  it.each([
    ["苹果发布会吃苹果", "Eat apples at the launch event"],
    ["早上喝小米粥，然后用小米手机看新闻", "Read the news on my phone after a bowl of millet porridge"],
    ["小米公司请大家喝小米粥", "The company treats everyone to millet porridge"],
  ])(
    "reports a name that was dropped, and leaves its word to what is rightly called so: %s",
    async (source, existing) => {
      const { target, issues } = await bundled.repair(source, existing);
      expect(target.text).toBe(existing);
      expect(issues.map(({ code }) => code)).toContain("term-missing");
    },
  );

  const honest: [what: string, source: string, existing: string, mended: string][] = [
    [
      "the tool beside the phone",
      "用锤子手机砸核桃，不如用锤子",
      "Cracking walnuts with a hammer phone is no better than with a hammer",
      "Cracking walnuts with a Smartisan phone is no better than with a hammer",
    ],
    [
      "the ants beside the company",
      "蚂蚁集团员工在公园看蚂蚁",
      "Ants Group staff watch ants in the park",
      "Ant Group staff watch ants in the park",
    ],
    [
      "the fruit bought from a brand",
      "我在小米商城买的苹果很甜",
      "The apples I bought on the Xiaomi Store are sweet",
      "The apples I bought on the Xiaomi Store are sweet",
    ],
    ["the noodles", "晚饭吃米粉", "Rice noodles for dinner", "Rice noodles for dinner"],
    ["the treasure hunt", "周末玩寻宝游戏", "A treasure hunt at the weekend", "A treasure hunt at the weekend"],
  ];
  it.each(honest)("leaves %s alone", async (_, source, existing, mended) => {
    expect((await bundled.repair(source, existing)).target.text).toBe(mended);
  });
});

import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createTranslator } from "../../src/translator.js";
import { hostileEngines, mildEngines } from "../support/hostile.js";
import { broken } from "../support/invariants.js";

const POSTS = [
  "#小米新品发布会#【全新旗舰登场】感谢@雷军 转发！第一步：打开小米商城；第二步：点击http://t.cn/AbCdEf预约。[鼓掌][鼓掌]",
  "对@小明说：华为和小米都不错//@数码君:回复@阿强:我用的是苹果#果粉日常#//@老王:小米手机真香[doge]",
  "小米小米小米，华为不是小米",
  "关注@华为终端 并转发#Mate新品#微博，抽3位送荣耀手机[礼物]",
  "1.小米15。2.@张三 的iPhone 3.《三体》",
  "#澎湃OS体验官#招募开始！转发并关注@小米澎湃OS，抽10位送小米手环，截止本周五20:00[爱你]",
  "【华为Mate新机实拍】用华为手机拍了一晚上的星星，第1步：打开专业模式；第2步：快门调到30秒；第3步：别碰手机。",
  "今天在小米之家试了小米15，手感比我的iPhone好，就是小米粥喝多了肚子胀[允悲]",
  "OPPO、vivo、荣耀、一加都降价了，苹果还在涨//@数码闲聊站:一加这次挺狠//@老张:等等党永远不亏",
  "刚用支付宝给我妈转了500块，她说收不到，原来是发到微信了哈哈哈哈",
  "抖音刷到一个教程：手机进水怎么办？①马上关机 ②拔卡 ③放进大米里（小米也行）[doge]",
  "@雷军 雷总，小米汽车什么时候能试驾？我在北京，已经等了三个月了！",
  "#微博之夜# 恭喜！！！转发微博 http://t.cn/A6abCdE",
  "大疆新无人机发布，官方旗舰店和京东同步开售，首销立减300元，手慢无～",
  "繁體測試：小米手機和華為手機哪個好？我在臺灣用的是蘋果。",
  "统一加工的苹果汁，联想到小时候的味道",
  "荣耀手机的荣耀时刻：荣耀Magic系列累计销量破千万，荣耀属于每一位荣耀人",
  "小米小米，我来啦！小米的小米手机，小米商城见。",
  "B站UP主说QQ音乐和网易云音乐都要会员，我选择听收音机[摊手]",
  "1️⃣打开淘宝 2️⃣搜“魅族” 3️⃣领券 4️⃣付款，到手价1999元",
  "回复@小王:我也觉得特斯拉比蔚来好开，但是小鹏便宜啊",
  "AT&T的合约机不能用微信支付？<求助>",
  "字节跳动、腾讯、阿里巴巴、百度、美团，你最想去哪家？投票>>> http://t.cn/xyz123",
  "高德地图说前方拥堵，百度地图说畅通，我信谁？",
  "#荣耀500#·#小米17#·#iPhone#，三选一[思考]",
  "三星Galaxy发布会今晚见！现场有@三星电子 的小伙伴吗？坐标：深圳湾",
  "晚安，各位米粉。明天早上8点，小米有品上新，别忘了闹钟⏰",
  "滴滴打车司机师傅放的是抖音神曲，我戴上了华为耳机",
  "爱奇艺会员买一送一，优酷、腾讯视频快跟上！",
];

describe("an engine that", () => {
  it.each(hostileEngines)("%s leaves no name silently wrong", async (_, engine) => {
    const translator = createTranslator({ engine, retries: 0 });
    for (const post of POSTS) expect(broken(await translator.translate(post))).toEqual([]);
  });
});

describe("an engine that only writes otherwise", () => {
  it.each(mildEngines)("(%s, %s) loses no name", async (_what, _carry, engine) => {
    const translator = createTranslator({ engine, retries: 0 });
    for (const post of POSTS) {
      const { terms } = await translator.translate(post);
      expect(terms.filter(({ status }) => status === "missing").map(({ source }) => source.text)).toEqual([]);
    }
  });
});

const real = new URL("../../../shared/data/weibo-posts.jsonl", import.meta.url);

describe.skipIf(!existsSync(real))("an engine that, over real posts,", () => {
  const lines = existsSync(real) ? readFileSync(real, "utf8").trim().split("\n") : [];
  const posts = lines.filter((_, i) => i % 40 === 0).map((line) => JSON.parse(line).text as string);
  it.each(hostileEngines)("%s leaves no name silently wrong", async (_, engine) => {
    const translator = createTranslator({ engine, retries: 0 });
    for await (const post of translator.translateAll(posts)) expect(broken(post)).toEqual([]);
  });
});

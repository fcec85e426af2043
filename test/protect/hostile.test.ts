import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createTranslator } from "../../src/translator.js";
import { hostileEngines } from "../support/hostile.js";
import { broken } from "../support/invariants.js";

const POSTS = [
  "#小米新品发布会#【全新旗舰登场】感谢@雷军 转发！第一步：打开小米商城；第二步：点击http://t.cn/AbCdEf预约。[鼓掌][鼓掌]",
  "对@小明说：华为和小米都不错//@数码君:回复@阿强:我用的是苹果#果粉日常#//@老王:小米手机真香[doge]",
  "小米小米小米，华为不是小米",
  "关注@华为终端 并转发#Mate新品#微博，抽3位送荣耀手机[礼物]",
  "1.小米15。2.@张三 的iPhone 3.《三体》",
];

describe("an engine that", () => {
  it.each(hostileEngines)("%s leaves no name silently wrong", async (_, engine) => {
    const translator = createTranslator({ engine, retries: 0 });
    for (const post of POSTS) expect(broken(await translator.translate(post))).toEqual([]);
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

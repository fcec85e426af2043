import { generateKeyPairSync } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import { ai } from "../../src/engines/ai.js";
import { amazon } from "../../src/engines/amazon.js";
import { azure } from "../../src/engines/azure.js";
import { deepl } from "../../src/engines/deepl/index.js";
import type { Engine } from "../../src/engines/engine.js";
import { fallback } from "../../src/engines/fallback.js";
import { google } from "../../src/engines/google.js";
import { libretranslate } from "../../src/engines/libretranslate.js";
import { openaiCompatible } from "../../src/engines/openai-compatible.js";
import { createTranslator, Glossary } from "../../src/index.js";
import { SECRET } from "../support/faults.js";
import { broken } from "../support/invariants.js";
import { modelOverHttp } from "../support/model-over-http.js";
import { startAmazon } from "../support/servers/amazon.js";
import { startAzure } from "../support/servers/azure.js";
import { startChat } from "../support/servers/chat.js";
import { startDeepL } from "../support/servers/deepl.js";
import { startGoogle } from "../support/servers/google.js";
import { startLibreTranslate } from "../support/servers/libretranslate.js";

const POST = `#小米15首发#【小米商城上新 速来】@小明 说小米<手机>&华为手机都降价了,小米粥也好喝[泪]
第一步:打开微信;第二步:搜索"小米" http://t.cn/A6x //@小红:转发微博,小米太强了!`;
const GLOSSARY = Glossary.of([
  { source: "小米", target: "Xiaomi", kind: "brand", notIn: ["小米粥"], forbid: ["millet"] },
  { source: "华为", target: "Huawei", kind: "brand" },
  { source: "微信", target: "WeChat", kind: "product" },
]);

const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const account = { client_email: "a@b", private_key: privateKey.export({ type: "pkcs8", format: "pem" }).toString() };
const servers = {
  deepl: await startDeepL(SECRET),
  google: await startGoogle(account.client_email, publicKey),
  azure: await startAzure(SECRET),
  amazon: await startAmazon("AKIA"),
  libretranslate: await startLibreTranslate(SECRET),
  chat: await startChat(SECRET),
};
afterAll(() => Promise.all(Object.values(servers).map((server) => server.close())));

const plainDeepL = () => deepl({ authKey: SECRET, serverUrl: servers.deepl.url });
const ENGINES: [name: string, make: () => Engine][] = [
  ["deepl", plainDeepL],
  ["deepl with a glossary", () => deepl({ authKey: SECRET, serverUrl: servers.deepl.url, glossary: GLOSSARY })],
  [
    "google",
    () =>
      google({
        projectId: "p",
        client: { protocol: "http", apiEndpoint: "127.0.0.1", port: servers.google.port, credentials: account },
      }),
  ],
  ["azure 3.0", () => azure({ apiKey: SECRET, endpoint: servers.azure.url })],
  ["azure 2026-06-06", () => azure({ apiKey: SECRET, endpoint: servers.azure.url, apiVersion: "2026-06-06" })],
  [
    "amazon",
    () =>
      amazon({
        region: "eu-west-1",
        credentials: { accessKeyId: "AKIA", secretAccessKey: SECRET },
        client: { endpoint: servers.amazon.url },
      }),
  ],
  ["libretranslate", () => libretranslate({ url: servers.libretranslate.url, apiKey: SECRET })],
  ["openaiCompatible", () => openaiCompatible({ baseURL: `${servers.chat.url}/v1`, model: "tiny", apiKey: SECRET })],
  ["ai", () => ai({ model: modelOverHttp(servers.chat.url, SECRET) })],
  ["fallback", () => fallback(openaiCompatible({ baseURL: "http://127.0.0.1:9", model: "none" }), plainDeepL())],
];

describe("a post on its way through a translator with", () => {
  it.each(ENGINES)("%s keeps its names and its shape", async (_, make) => {
    const engine = make();
    const translator = createTranslator({ engine, glossary: GLOSSARY, retries: 0 });
    const post = await translator.translate(POST);
    await translator.close();
    expect(broken(post)).toEqual([]);
    expect(post.terms.map(({ entry, status }) => `${entry.target} ${status}`)).toEqual([
      "Xiaomi kept",
      "Xiaomi kept",
      "Xiaomi kept",
      "Huawei kept",
      "WeChat kept",
      "Xiaomi kept",
      "Xiaomi kept",
    ]);
    expect(post.target.text).not.toMatch(/&lt;|&amp;|<span|mstrans|millet|[\ue000-\uf8ff]/u);
    expect(post.target.text).toContain("@小明");
    expect(post.issues.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(post.engine.name).toBe(engine.name);
  });
});

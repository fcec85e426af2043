import { generateKeyPairSync } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createCaller } from "../../src/engines/call.js";
import type { TranslationUnit } from "../../src/engines/engine.js";
import { type GoogleOptions, google } from "../../src/engines/google.js";
import { itKeepsTheContract } from "../support/contract.js";
import { COMMON_FAULTS, failure, itMendsWrongCounts, itSurvives } from "../support/faults.js";
import { refusal, startGoogle } from "../support/servers/google.js";
import type { Loopback } from "../support/servers/loopback.js";

const ACCOUNT = "translator@project.iam.gserviceaccount.com";
const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const PEM = privateKey.export({ type: "pkcs8", format: "pem" }).toString();

let server: Loopback;
beforeEach(async () => {
  server = await startGoogle(ACCOUNT, publicKey);
});
afterEach(() => server.close());

/** An engine whose client speaks to the loopback server. */
const engine = (options: GoogleOptions = {}, account = ACCOUNT) => {
  const credentials = { client_email: account, private_key: PEM };
  const client = { protocol: "http", apiEndpoint: "127.0.0.1", port: server.port, credentials, ...options.client };
  return google({ projectId: "project", ...options, client });
};
const call = { from: "zh", to: "en" } as const;

describe("google", () => {
  itKeepsTheContract(engine);

  it("keeps to Google's limits", async () => {
    const units = Array.from({ length: 2100 }, (_, i) => ({ text: `${"字".repeat(i % 40)}${i}`, terms: [] }));
    const texts = await createCaller(engine(), { retries: 0 }).send(units);
    expect(texts.map((text) => text?.replace(/\D/gu, ""))).toEqual(units.map((_, i) => String(i)));
  });

  it("sends markup as HTML, and the rest as text", async () => {
    const span = '<span translate="no" class="notranslate" id="t0">Xiaomi</span>';
    const units: TranslationUnit[] = [
      { text: `喜欢${span}。`, terms: [], carry: "markup" },
      { text: "喜欢Xiaomi。", terms: [], carry: "inline" },
    ];
    expect(await engine().translate(units, call)).toEqual([`word ${span} word`, "word Xiaomi word"]);
    expect(server.seen.map(({ body }) => JSON.parse(body).mimeType)).toEqual(["text/html", "text/plain"]);
  });

  it("takes the glossary's translations where one is named", async () => {
    const units = [{ text: "小米手机", terms: [] }];
    const named = engine({ glossary: "names", location: "us-central1" });
    expect(await named.translate(units, call)).toEqual(["Xiaomi word"]);
    expect(await engine().translate(units, call)).toEqual(["word"]);
  });

  it("closes its client, and opens another when it is used again", async () => {
    const closed = engine();
    await closed.close?.();
    await closed.translate([{ text: "你好", terms: [] }], call);
    await closed.close?.();
    expect(await closed.translate([{ text: "你好", terms: [] }], call)).toEqual(["word"]);
  });

  it("asks for nothing where it is told to stop before its client is made", async () => {
    const fresh = engine();
    const controller = new AbortController();
    const seen = server.seen.length;
    const stopped = fresh.translate([{ text: "你好", terms: [] }], { ...call, signal: controller.signal });
    controller.abort(new Error("enough"));
    await expect(stopped).rejects.toThrow("enough");
    await fresh.translate([{ text: "再见", terms: [] }], call);
    expect(server.seen.slice(seen).filter(({ body }) => JSON.stringify(body).includes("你好"))).toEqual([]);
    await fresh.close?.();
  });

  it.each<[string, GoogleOptions, string]>([
    ["an address that nobody answers at", { client: { port: 9 } }, "engine-unavailable"],
    ["a glossary that is not there", { glossary: "projects/other/locations/x/glossaries/y" }, "engine-failed"],
  ])("says which setting to check at %s", async (_, options, code) => {
    const error = await failure(engine(options), server);
    expect(error).toMatchObject({ code, message: expect.stringContaining("GOOGLE_APPLICATION_CREDENTIALS") });
  });

  it("says so at a wrong account", async () => {
    const error = await failure(engine({}, "somebody@else"), server);
    expect(error).toMatchObject({ code: "engine-auth", fatal: true });
  });

  itSurvives(
    [
      // An answer without translations is one with none for Google's client: it is mended below.
      ...COMMON_FAULTS.filter(([what]) => what !== "200 with other JSON"),
      [
        "429 as Google writes it",
        refusal(429, "RESOURCE_EXHAUSTED", "Quota exceeded", { "retry-after": "3" }),
        { code: "engine-rate-limit", retryable: true, retryAfterMs: 3000, message: expect.stringContaining("Quota") },
      ],
      ["403", refusal(403, "PERMISSION_DENIED", "Permission denied"), { code: "engine-auth", fatal: true }],
    ],
    () => ({ engine: engine(), server }),
    PEM.split("\n")[2],
  );
  itMendsWrongCounts(
    () => ({ engine: engine(), server }),
    (texts) => ({ translations: texts.map((translatedText) => ({ translatedText })) }),
  );
});

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type AmazonOptions, amazon } from "../../src/engines/amazon.js";
import { createCaller } from "../../src/engines/call.js";
import { itKeepsTheContract } from "../support/contract.js";
import { COMMON_FAULTS, failure, itSurvives, SECRET } from "../support/faults.js";
import { exception, startAmazon } from "../support/servers/amazon.js";
import type { Loopback } from "../support/servers/loopback.js";

const ACCESS_KEY = "AKIAEXAMPLE";

let server: Loopback;
beforeEach(async () => {
  server = await startAmazon(ACCESS_KEY);
});
afterEach(() => server.close());

const engine = ({ client, ...options }: AmazonOptions = {}) =>
  amazon({
    region: "eu-west-1",
    credentials: { accessKeyId: ACCESS_KEY, secretAccessKey: SECRET },
    client: { endpoint: server.url, ...client },
    ...options,
  });
const call = { from: "zh", to: "en" } as const;

describe("amazon", () => {
  itKeepsTheContract(engine);

  it("sends one text a request", async () => {
    const units = Array.from({ length: 20 }, (_, i) => ({ text: `第${i}`, terms: [] }));
    const texts = await createCaller(engine(), { retries: 0 }).send(units);
    expect(texts).toEqual(units.map((_, i) => `word ${i}`));
    expect(server.seen).toHaveLength(20);
  });

  it("names the terminology of the account where there is one", async () => {
    const units = [{ text: "小米手机", terms: [] }];
    expect(await engine({ terminology: "names" }).translate(units, call)).toEqual(["Xiaomi word"]);
    expect(await engine().translate(units, call)).toEqual(["word"]);
  });

  it("closes its client, and opens another when it is used again", async () => {
    const closed = engine();
    await closed.close?.();
    await closed.translate([{ text: "你好", terms: [] }], call);
    await closed.close?.();
    expect(await closed.translate([{ text: "你好", terms: [] }], call)).toEqual(["word"]);
  });

  it.each<[string, AmazonOptions, string]>([
    ["an address that nobody answers at", { client: { endpoint: "http://127.0.0.1:9" } }, "engine-unavailable"],
    ["a wrong key", { credentials: { accessKeyId: "AKIAWRONG", secretAccessKey: SECRET } }, "engine-auth"],
    ["a terminology that is not there", { terminology: "other" }, "engine-failed"],
  ])("says which setting to check at %s", async (_, options, code) => {
    const error = await failure(engine(options), server);
    expect(error).toMatchObject({ code, message: expect.stringContaining("AWS_ACCESS_KEY_ID") });
  });

  it("rejects with the signal's reason where it is told to stop", async () => {
    const reason = new Error("enough");
    const translated = engine().translate([{ text: "你好", terms: [] }], {
      ...call,
      signal: AbortSignal.abort(reason),
    });
    await expect(translated).rejects.toBe(reason);
    expect(server.seen).toEqual([]);
  });

  it("says that a text is too long", async () => {
    const send = createCaller(engine(), { retries: 0 }).send([{ text: "字".repeat(4000), terms: [] }]);
    await expect(send).rejects.toMatchObject({ code: "engine-failed", message: expect.stringContaining("too large") });
  });

  itSurvives(
    [
      ...COMMON_FAULTS,
      [
        "throttling as Amazon writes it",
        exception(400, "ThrottlingException", "Rate exceeded", { "retry-after": "2" }),
        { code: "engine-rate-limit", retryable: true, retryAfterMs: 2000 },
      ],
      [
        "an expired token",
        exception(400, "ExpiredTokenException", "The security token included in the request is expired"),
        { code: "engine-auth", fatal: true },
      ],
      [
        "a pair that is not supported",
        exception(400, "UnsupportedLanguagePairException", "Unsupported"),
        { code: "engine-failed", retryable: false },
      ],
    ],
    () => ({ engine: engine(), server }),
  );
});

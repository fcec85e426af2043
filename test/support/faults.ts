import { inspect } from "node:util";
import { expect, it } from "vitest";
import { createCaller } from "../../src/engines/call.js";
import type { Engine } from "../../src/engines/engine.js";
import type { EngineError } from "../../src/errors.js";
import type { Fault, Loopback } from "./servers/loopback.js";

/** What goes wrong, and the error that it must become. */
export type FaultRow = [what: string, fault: Fault, expected: { code: string; [fact: string]: unknown }];

/** The key of every engine under test: no error may contain it. */
export const SECRET = "sk-very-secret-0123456789:fx";

/** The error of one translation while the server has a fault. */
export async function failure(engine: Engine, server: Loopback, fault?: Fault): Promise<EngineError> {
  if (fault) server.faults.push(fault);
  try {
    const caller = createCaller(engine, { retries: 0, timeoutMs: 1000 });
    return await caller.send([{ text: "你好。", terms: [] }]).then(
      (texts) => {
        throw new Error(`Expected an error, but received ${JSON.stringify(texts)}.`);
      },
      (error: EngineError) => error,
    );
  } finally {
    server.faults.length = 0;
  }
}

/** Tests that each fault becomes the right error, and that none lets the key out. */
export function itSurvives(
  rows: readonly FaultRow[],
  parts: () => { engine: Engine; server: Loopback },
  secret: string = SECRET,
): void {
  it.each(rows)("answers %s", async (_, fault, expected) => {
    const { engine, server } = parts();
    const error = await failure(engine, server, fault);
    expect(error).toMatchObject({ name: "EngineError", ...expected });
    expect(inspect(error, { depth: 20, showHidden: true })).not.toContain(secret);
    expect(JSON.stringify(error.facts)).not.toContain(secret);
  });
}

/** Tests that a wrong number of texts costs another request, and no unit its own text. */
export function itMendsWrongCounts(
  parts: () => { engine: Engine; server: Loopback },
  bodyWith: (texts: readonly string[]) => unknown,
): void {
  it.each([
    ["too few", ["A"]],
    ["too many", ["A", "B", "C"]],
    ["none", []],
  ])("asks unit by unit after %s texts", async (_, texts) => {
    const { engine, server } = parts();
    const units = ["第1", "第2"].map((text) => ({ text, terms: [] }));
    server.faults.push({ body: bodyWith(texts) });
    expect(await createCaller(engine, { retries: 0 }).send(units)).toEqual(["word 1", "word 2"]);
    server.faults.push({ body: bodyWith(texts) }, { body: bodyWith([]) });
    expect(await createCaller(engine, { retries: 0 }).send(units)).toEqual([undefined, "word 2"]);
  });
}

/** What goes wrong with every server that answers in JSON over HTTP. */
export const COMMON_FAULTS: readonly FaultRow[] = [
  [
    "429 with Retry-After",
    { status: 429, headers: { "retry-after": "7" }, body: { message: "slow down" } },
    { code: "engine-rate-limit", retryable: true, retryAfterMs: 7000 },
  ],
  ["500", { status: 500, body: { message: "oops" } }, { code: "engine-unavailable", retryable: true }],
  ["503 in HTML", { status: 503, body: "<html>busy</html>" }, { code: "engine-unavailable", retryable: true }],
  ["413", { status: 413, body: { message: "too large" } }, { code: "engine-failed", retryable: false, fatal: false }],
  ["an answer that is cut", "cut", { code: "engine-unavailable", retryable: true }],
  ["a line that is cut", "drop", { code: "engine-unavailable", retryable: true }],
  ["silence", "hang", { code: "engine-timeout", retryable: true }],
  ["200 with HTML", { body: "<html>welcome</html>" }, { code: "engine-protocol", retryable: true }],
  ["200 with other JSON", { body: { unexpected: true } }, { code: "engine-protocol", retryable: true }],
];

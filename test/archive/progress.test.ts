import { afterEach, describe, expect, it, vi } from "vitest";
import { progressLine, startTally } from "../../src/archive/progress.js";
import { progressReport } from "../../src/cli/progress.js";

const NOTHING_SENT = { sentUnits: 0, sentCharacters: 0, savedUnits: 0, savedCharacters: 0 };

/** A stream for messages that keeps what is written to it. */
function messages(facts: { isTTY: boolean; columns?: number }) {
  const written: string[] = [];
  const stream = { ...facts, write: (text: string) => written.push(text) } as unknown as NodeJS.WriteStream;
  return { written, stream };
}

describe("progress", () => {
  afterEach(() => void vi.useRealTimers());

  it("takes the pace from the records after the first, which waits for dictionaries", () => {
    vi.useFakeTimers({ toFake: ["performance"] });
    const tally = startTally({ done: 100, failed: 1 }, 1101, () => ({ ...NOTHING_SENT, sentCharacters: 1234 }));
    vi.advanceTimersByTime(60_000);
    tally.add("out");
    expect(progressLine(tally.progress())).toBe("101/1,101 posts, 1,234 characters sent, 0 saved, 1 failed");
    for (let i = 0; i < 100; i++) {
      vi.advanceTimersByTime(10);
      tally.add("out");
    }
    expect(progressLine(tally.progress())).toBe(
      "201/1,101 posts, 100/s, 1,234 characters sent, 0 saved, 1 failed, 9 s left",
    );
  });

  const progress = { ...startTally({ done: 0, failed: 0 }, 3, () => NOTHING_SENT).progress(), done: 1 };

  it("is one changing line on a terminal, no wider than it", () => {
    vi.useFakeTimers({ toFake: ["performance"] });
    const { written, stream } = messages({ isTTY: true, columns: 30 });
    const report = progressReport(stream);
    for (let i = 0; i < 3; i++) {
      vi.advanceTimersByTime(60);
      report.progress(progress);
    }
    report.note("Finishing.");
    report.close();
    expect(written).toEqual(["\r\u001b[2K1/3 posts, 0 characters sent,", "\r\u001b[2KFinishing.\n"]);
  });

  it("is a line every ten seconds elsewhere", () => {
    vi.useFakeTimers({ toFake: ["performance"] });
    const { written, stream } = messages({ isTTY: false });
    const report = progressReport(stream);
    for (let i = 0; i < 25; i++) {
      vi.advanceTimersByTime(1000);
      report.progress(progress);
    }
    report.close();
    expect(written).toEqual(Array.from({ length: 2 }, () => "1/3 posts, 0 characters sent, 0 saved, 0 failed\n"));
  });
});

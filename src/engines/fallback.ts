import { ArgumentError, EngineError } from "../errors.js";
import {
  type Carry,
  defineEngine,
  type Engine,
  type EngineCall,
  type EngineLimits,
  type TranslationUnit,
} from "./engine.js";

/** How long one engine may take at most before the next one is asked, in milliseconds. */
const LONGEST_MS = 25_000;
/** How long all may take together where the caller does not say how long it waits, and which part of that where it does. */
const ALL_MS = 60_000;
const PART = 0.95;

/**
 * Several engines as one: each unit is translated by the first engine that can.
 *
 * The next engine gets what the one before failed at: all, where it threw or took too long, else the units that it gave
 * no text for. Each may take 25 seconds, and no more than its share of the time that is left to the call: where all three
 * of three engines hang, the call fails before the 60 seconds that callers wait. An engine that failed for good (a wrong key, a used-up quota) is not asked again. Terms
 * travel in every way that one of the engines respects, and a unit goes only to engines that respect its way.
 *
 * @throws ArgumentError where there is no engine.
 */
export function fallback(...engines: readonly (Engine | readonly Engine[])[]): Engine {
  const all = engines.flat() as Engine[];
  if (all.length === 0) throw new ArgumentError("`fallback` takes one engine or more.");
  const lost = new Set<Engine>();

  const translate = async (units: readonly TranslationUnit[], call: EngineCall): Promise<string[]> => {
    const texts = units.map(() => "");
    let failure: unknown;
    let isServed = units.length === 0;
    let isOneLeftOut = false;
    const end = performance.now() + (call.timeoutMs ?? ALL_MS) * PART;
    for (const [at, engine] of all.entries()) {
      if (lost.has(engine)) continue;
      const left = all.slice(at).filter((other) => !lost.has(other)).length;
      const timeoutMs = Math.max(1, Math.min(LONGEST_MS, (end - performance.now()) / left));
      const open = units.flatMap((unit, i) => {
        const taken = texts[i] === "" ? adapted(unit, engine) : undefined;
        return taken ? [{ i, unit: taken }] : [];
      });
      isOneLeftOut ||= open.length < texts.filter((text) => text === "").length;
      if (open.length === 0) continue;
      try {
        const answers = await ask(
          engine,
          open.map(({ unit }) => unit),
          { ...call, timeoutMs },
        );
        isServed = true;
        if (answers.length !== open.length) continue;
        open.forEach(({ i }, k) => {
          texts[i] = textOrNothing(answers[k]);
        });
      } catch (error) {
        if (call.signal?.aborted) throw error;
        if (error instanceof EngineError && error.fatal) lost.add(engine);
        failure = error;
      }
    }
    // An engine that was left out gets its turn when the terms travel in another way.
    if (isServed || isOneLeftOut) return texts;
    throw failure ?? allLost(all);
  };
  return defineEngine({
    name: `fallback(${all.map(({ name }) => name).join(", ")})`,
    get model() {
      return all.some(({ model }) => model) ? all.map(({ model }) => model ?? "default").join(", ") : undefined;
    },
    carry: [...new Set(all.flatMap(carriesOf))],
    limits: narrowest(all),
    translate,
    close: async () => {
      const closings = await Promise.allSettled(all.map(async (engine) => engine.close?.()));
      for (const closing of closings) if (closing.status === "rejected") throw closing.reason;
    },
  });
}

function carriesOf({ carry = "inline" }: Engine): readonly Carry[] {
  return typeof carry === "string" ? [carry] : carry;
}

/**
 * The unit as an engine can take it: as it is where the engine respects the way in which its terms travel. In `inline` and
 * `placeholder` a unit is plain text, which anyone can take, and so is any unit without terms.
 */
function adapted(unit: TranslationUnit, engine: Engine): TranslationUnit | undefined {
  const { carry = "inline", terms, text } = unit;
  if (carry === "inline" || carry === "placeholder" || carriesOf(engine).includes(carry)) return unit;
  if (terms.length > 0) return undefined;
  return { ...unit, text: carry === "markup" ? unescapeHtml(text) : text, carry: "inline" };
}

function unescapeHtml(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

function textOrNothing(text: unknown): string {
  return typeof text === "string" && text.trim() !== "" ? text : "";
}

/** Asks one engine, for as long as the call says. */
async function ask(
  engine: Engine,
  units: readonly TranslationUnit[],
  call: EngineCall & { timeoutMs: number },
): Promise<readonly string[]> {
  const controller = new AbortController();
  const { signal = controller.signal } = call;
  let stop = () => {};
  const stopped = new Promise<never>((_, reject) => {
    stop = () => {
      const reason = signal.aborted ? signal.reason : timeout(engine, call.timeoutMs);
      controller.abort(reason);
      reject(reason);
    };
  });
  const timer = setTimeout(stop, call.timeoutMs);
  signal.addEventListener("abort", stop, { once: true });
  if (signal.aborted) stop();
  try {
    return await Promise.race([engine.translate(units, { ...call, signal: controller.signal }), stopped]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", stop);
  }
}

function timeout({ name }: Engine, ms: number): EngineError {
  return new EngineError("engine-timeout", `The engine "${name}" gave no answer within ${Math.round(ms)} ms.`, {
    engine: name,
    retryable: true,
  });
}

function allLost(engines: readonly Engine[]): EngineError {
  const names = engines.map(({ name }) => name).join(", ");
  return new EngineError(
    "engine-failed",
    `None of the engines ${names} can be used any more; see their first errors.`,
    {
      engine: `fallback(${names})`,
      fatal: true,
    },
  );
}

/** What the narrowest of some engines takes. */
function narrowest(engines: readonly Engine[]): EngineLimits {
  const limits: Record<string, number> = {};
  for (const engine of engines) {
    for (const [name, limit] of Object.entries(engine.limits ?? {})) {
      limits[name] = Math.min(limits[name] ?? Number.POSITIVE_INFINITY, limit);
    }
  }
  return limits;
}

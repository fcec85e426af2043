import { it } from "vitest";
import type { Engine } from "../../src/engines/engine.js";
import { engineContract } from "../../src/testing/index.js";

/** Runs the exported contract on an engine. */
export function itKeepsTheContract(engine: () => Engine): void {
  for (const { name, run } of engineContract) it(name, () => run(engine()));
}

import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, it } from "vitest";
import { until } from "../../src/archive/until.js";

it("lets go of what it has given", async () => {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const given: WeakRef<object>[] = [];
  function* objects() {
    for (let i = 0; i < 100; i++) {
      const item = { i };
      given.push(new WeakRef(item));
      yield item;
    }
  }
  let held = given.length;
  for await (const { i } of until(objects(), new AbortController().signal)) {
    if (i < 99) continue;
    // What was made in this turn of the event loop lives until its end.
    await new Promise((done) => setTimeout(done));
    collect();
    held = given.filter((item) => item.deref() !== undefined).length;
  }
  expect(held).toBeLessThan(10);
});

it("stops while its source is waiting", async () => {
  const controller = new AbortController();
  async function* waiting() {
    yield 1;
    await new Promise(() => {});
  }
  const given: number[] = [];
  for await (const item of until(waiting(), controller.signal)) {
    given.push(item);
    setTimeout(() => controller.abort());
  }
  expect(given).toEqual([1]);
});

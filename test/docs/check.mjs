import assert from "node:assert/strict";

/** Checks that an expression is what a page says that it is, or throws the error with the code that the page names. */
export async function check(where, evaluate, { value, throws }) {
  if (throws !== undefined) {
    await assert.rejects(evaluate, (error) => error.code === throws, `${where}: expected an error "${throws}"`);
    return;
  }
  const actual = await evaluate();
  const shown = JSON.stringify(actual, null, 1);
  assert.ok(holds(actual, value), `${where}: the page says ${JSON.stringify(value)}, but it is ${shown}`);
}

/** Objects may have more members than a page shows, and strings may go on where it writes …; lists are as long. */
function holds(actual, value) {
  if (typeof value === "string" && value.endsWith("…")) return String(actual).startsWith(value.slice(0, -1));
  if (Array.isArray(value)) {
    return Array.isArray(actual) && actual.length === value.length && value.every((one, i) => holds(actual[i], one));
  }
  if (typeof value === "object" && value !== null) {
    return actual !== null && Object.keys(value).every((key) => holds(actual?.[key], value[key]));
  }
  return Object.is(actual, value);
}

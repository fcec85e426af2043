import { describe, expect, it } from "vitest";
import { type LogisticExample, learnLogistic } from "../../src/glossary/logistic.js";

const example = (yes: boolean, features: Record<string, number>, weight?: number): LogisticExample => ({
  yes,
  features: new Map(Object.entries(features)),
  ...(weight !== undefined && { weight }),
});
const times = (count: number, one: LogisticExample): LogisticExample[] => Array.from({ length: count }, () => one);

describe("learnLogistic", () => {
  it("gives the logit of the share that says yes where there are no features", () => {
    const { bias, weights } = learnLogistic([...times(3, example(true, {})), example(false, {})]);
    expect(bias).toBeCloseTo(Math.log(3));
    expect(weights).toEqual({});
  });

  it("weighs each feature by what it says, in the order of their names", () => {
    const { bias, weights } = learnLogistic(
      [
        ...times(20, example(true, { phone: 1, word: 1 })),
        ...times(20, example(false, { porridge: 1, word: 1 })),
        example(true, { porridge: 1 }),
        example(false, { phone: 1 }),
      ],
      { penalty: 0.1 },
    );
    expect(Object.keys(weights)).toEqual(["phone", "porridge", "word"]);
    expect(weights.phone).toBeGreaterThan(1);
    expect(weights.porridge).toBeLessThan(-1);
    expect(Math.abs(weights.word!) + Math.abs(bias)).toBeLessThan(0.1);
  });

  it("believes less under a stronger penalty, and an example with weight 3 as three", () => {
    const examples = [...times(5, example(true, { phone: 1 })), ...times(5, example(false, {}))];
    const phone = (penalty: number) => learnLogistic(examples, { penalty }).weights.phone!;
    expect(phone(0.1)).toBeGreaterThan(phone(1));
    expect(phone(1)).toBeGreaterThan(phone(10));
    expect(phone(10)).toBeGreaterThan(0);

    const once = [example(true, { a: 2 }), example(false, { a: 1, b: 1 }, 3)];
    const thrice = [once[0]!, ...times(3, example(false, { a: 1, b: 1 }))];
    const [heavy, repeated] = [learnLogistic(once), learnLogistic(thrice)];
    expect(heavy.bias).toBeCloseTo(repeated.bias, 6);
    expect(heavy.weights.b).toBeCloseTo(repeated.weights.b!, 6);
  });
});

import { describe, expect, it } from "vitest";
import { lexicon } from "../../src/engines/embedded.js";
import { defineEngine } from "../../src/engines/engine.js";
import { fallback } from "../../src/engines/fallback.js";
import { EngineError } from "../../src/errors.js";
import { createTranslator } from "../../src/translator.js";
import { itKeepsTheContract } from "../support/contract.js";

describe("the embedded engine by its name", () => {
  itKeepsTheContract(() => lexicon());

  it("takes over where a service cannot", async () => {
    const service = defineEngine({
      name: "service",
      translate: async () => {
        throw new EngineError("engine-quota", "The quota is used up.", { engine: "service", fatal: true });
      },
    });
    const { target, terms } = await createTranslator({ engine: fallback(service, lexicon()) }).translate(
      "小米发布新手机",
    );
    expect([target.text, terms[0]?.status]).toEqual(["Xiaomi releases a new phone", "kept"]);
  });

  it("takes no look-alike for a name that stands in English beside it", async () => {
    const away = defineEngine({ name: "away", carry: "inline", translate: async (units) => units.map(() => "") });
    const translator = createTranslator({ engine: fallback(away, lexicon()) });
    const { target, issues } = await translator.translate("vivo和小米手机都在充电，早上喝小米粥。");
    expect(target.text).toContain("millet porridge");
    expect(target.text).toMatch(/vivo and (the )?Xiaomi phone/);
    expect(issues).toEqual([]);
  });
});

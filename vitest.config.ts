import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 60_000,
    reporters: ["default", "./test/support/tally.ts"],
    coverage: { provider: "v8", include: ["src/**/*.ts"] },
  },
});

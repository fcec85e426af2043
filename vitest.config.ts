import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    typecheck: { enabled: true, include: ["test/types/*.test-d.ts"], tsconfig: "test/types/tsconfig.json" },
    testTimeout: 60_000,
    reporters: ["default", "./test/support/tally.ts"],
    coverage: { provider: "v8", include: ["src/**/*.ts"] },
  },
});

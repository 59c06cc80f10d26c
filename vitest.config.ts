import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// Vitest 5 prints a failed test with `Map.groupBy`, which Node 20 lacks: without it a failure would end the whole run
// before its report is written.
if (!("groupBy" in Map)) {
  Object.defineProperty(Map, "groupBy", {
    value<K, V>(items: Iterable<V>, keyOf: (item: V, index: number) => K): Map<K, V[]> {
      const groups = new Map<K, V[]>();
      let index = 0;
      for (const item of items) {
        const key = keyOf(item, index++);
        groups.set(key, [...(groups.get(key) ?? []), item]);
      }
      return groups;
    },
  });
}

export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") } },
  define: { __OPEN_SHADOW__: "false", __DELAY_DIVISOR__: "1" },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          // A limit against hanging, not a measure: a busy machine is no failure.
          testTimeout: 60_000,
          include: [
            "{lib,components,entrypoints,scripts,tests/conventions,tests/labelled,tests/redaction}/**/*.test.{ts,tsx}",
          ],
          // Needs a collector's databases.
          exclude: ["scripts/sample/load/**"],
        },
      },
      {
        extends: true,
        test: {
          name: "collector",
          include: ["{collector,tests/conformance,scripts/sample/load}/**/*.test.ts"],
          globalSetup: ["tests/support/postgres-global-setup.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        // Its one long test waits for what it needs, with its own patience.
        test: {
          name: "chaos",
          include: ["tests/chaos/**/*.test.ts"],
          globalSetup: ["tests/support/left-over-policy.ts"],
        },
      },
      { extends: true, test: { name: "build", include: ["tests/build/**/*.test.ts"] } },
    ],
  },
});

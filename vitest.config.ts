import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") } },
  define: { __OPEN_SHADOW__: "false", __DELAY_DIVISOR__: "1" },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["{lib,components,entrypoints,scripts,tests/conventions}/**/*.test.{ts,tsx}"],
        },
      },
      {
        extends: true,
        test: {
          name: "collector",
          include: ["collector/**/*.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});

import { defineConfig } from "@playwright/test";

const report = process.env["EARSHOT_REPORT"];

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  globalSetup: "./tests/support/global-setup.ts",
  timeout: 45_000,
  expect: { timeout: 8_000 },
  // Files side by side, the tests of a file one after the other: they share the worker's browser.
  fullyParallel: false,
  workers: 2,
  retries: 0,
  forbidOnly: process.env["CI"] !== undefined,
  reporter: report ? [["dot"], ["json", { outputFile: report }]] : [["list"]],
  use: { trace: "off" },
  projects: [
    { name: "e2e", testMatch: /.*\.spec\.ts/, testIgnore: /policy\.spec\.ts/ },
    { name: "policy", testMatch: /policy\.spec\.ts/, workers: 1 },
  ],
});

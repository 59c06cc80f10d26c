import { defineConfig } from "@playwright/test";

const report = process.env["EARSHOT_REPORT"];

export default defineConfig({
  testDir: "tests/e2e",
  globalSetup: "./tests/support/global-setup.ts",
  timeout: 45_000,
  expect: { timeout: 8_000 },
  // Files side by side, the tests of a file one after the other: they share the worker's browser.
  fullyParallel: false,
  workers: 2,
  // A second try in a new browser: what passes only then is named, and few may (docs/decisions/0018).
  retries: 1,
  // Where so many fail, one thing is wrong with all of them: to be told soon, not after each has waited twice.
  maxFailures: 20,
  forbidOnly: process.env["CI"] !== undefined,
  reporter: report ? [["dot"], ["json", { outputFile: report }]] : [["list"]],
  use: { trace: "off" },
  projects: [
    { name: "e2e", testMatch: /.*\.spec\.ts/, testIgnore: /policy\.spec\.ts/, outputDir: "test-results/e2e" },
    { name: "policy", testMatch: /policy\.spec\.ts/, workers: 1, outputDir: "test-results/policy" },
    // Puppeteer drives it: Playwright's Firefox is one of its own, and takes no extension.
    { name: "firefox", testDir: "tests/firefox", workers: 1, outputDir: "test-results/firefox" },
  ],
});

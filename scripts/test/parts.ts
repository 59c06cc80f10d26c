import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildExtension, type Flavour } from "@/scripts/build/extension";
import { startProcess } from "@/scripts/services/process-group";
import {
  add,
  type Count,
  countPlaywright,
  countVitest,
  NOTHING,
  type PlaywrightReport,
  readReport,
  settle,
  type VitestReport,
} from "./count";

export interface Part {
  name: string;
  run(): Promise<Count>;
}

/** After this a part hangs: it is ended and counts as failed. The longest takes 10 minutes on two busy cores. */
const PATIENCE_MS = 30 * 60_000;

/** Everything that `npm test` does after setting up, in order: what is quick and what others build on comes first. */
export function createParts(root: string, browser: string): Part[] {
  const bin = (...path: string[]) => join(root, "node_modules", ...path);
  const tools: [string, string, string[]][] = [
    ["types", bin("typescript/bin/tsc"), ["--noEmit"]],
    ["import table", join(root, "scripts/import-table.mjs"), ["--check"]],
    ["lint", bin("oxlint/bin/oxlint"), ["--type-aware", "--deny-warnings"]],
    ["format", bin("oxfmt/bin/oxfmt"), ["--check", "."]],
    ["unused", bin("knip/bin/knip.js"), []],
  ];
  return [
    {
      name: "static",
      run: () =>
        inTurn(tools, async ([name, script, args]) => {
          const { code, tail } = await runQuietly(root, name, script, args);
          if (code !== 0) console.log(`${name} failed:\n${tail}`);
          return code === 0 ? { ...NOTHING, passed: 1 } : { ...NOTHING, failed: 1 };
        }),
    },
    { name: "unit", run: () => vitest(root, "unit") },
    { name: "collector", run: () => vitest(root, "collector") },
    {
      name: "build",
      async run() {
        const flavours: Flavour[] = ["shipped", "e2e", "firefox"];
        const built = await inTurn(flavours, async (flavour) => {
          await buildExtension(root, flavour);
          return { ...NOTHING, passed: 1 };
        });
        return add(built, await vitest(root, "build"));
      },
    },
    { name: "e2e", run: () => playwright(root, "e2e", browser) },
    // Three browsers, the collector and everything that can go wrong, on both engines; five minutes of it: `npm run chaos`.
    { name: "chaos", run: () => vitest(root, "chaos") },
    // Policy files reach every running browser of the machine: last, and alone.
    { name: "policy", run: () => playwright(root, "policy", browser) },
    // The same for Firefox, after the whole loop in it without a policy.
    { name: "firefox", run: () => playwright(root, "firefox", browser) },
  ];
}

async function inTurn<T>(items: T[], run: (item: T) => Promise<Count>): Promise<Count> {
  let total = NOTHING;
  for (const item of items) total = add(total, await run(item));
  return total;
}

async function vitest(root: string, project: string): Promise<Count> {
  return withReport(async (file) => {
    const script = join(root, "node_modules/vitest/vitest.mjs");
    const reporters = ["--reporter=dot", "--reporter=json", `--outputFile.json=${file}`];
    const code = await runLoudly(root, `vitest ${project}`, script, ["run", "--project", project, ...reporters]);
    const report = readReport(file) as VitestReport | null;
    return settle(report ? countVitest(report) : NOTHING, code);
  });
}

async function playwright(root: string, project: string, browser: string): Promise<Count> {
  return withReport(async (file) => {
    const script = join(root, "node_modules/@playwright/test/cli.js");
    const code = await runLoudly(root, `playwright ${project}`, script, [`test`, `--project=${project}`], {
      EARSHOT_BROWSER: browser,
      EARSHOT_REPORT: file,
    });
    const report = readReport(file) as PlaywrightReport | null;
    return settle(report ? countPlaywright(report) : NOTHING, code);
  });
}

async function withReport(run: (file: string) => Promise<Count>): Promise<Count> {
  const folder = mkdtempSync(join(tmpdir(), "earshot-report-"));
  try {
    return await run(join(folder, "report.json"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function runQuietly(root: string, name: string, script: string, args: string[]) {
  const group = startProcess({ name, command: process.execPath, args: [script, ...args], cwd: root });
  const timer = setTimeout(() => void group.kill(), PATIENCE_MS);
  const code = await group.ended;
  clearTimeout(timer);
  return { code, tail: group.tail(80) };
}

async function runLoudly(root: string, name: string, script: string, args: string[], env?: Record<string, string>) {
  const command = process.execPath;
  // Colours only where a person looks at it.
  const plain: Record<string, string> = process.stdout.isTTY ? {} : { NO_COLOR: "1", FORCE_COLOR: "0" };
  const all = [script, ...args];
  const group = startProcess({ name, command, args: all, cwd: root, env: { ...plain, ...env }, echo: true });
  const timer = setTimeout(() => {
    console.log(`${name} did not end within ${PATIENCE_MS / 60_000} minutes.`);
    void group.kill();
  }, PATIENCE_MS);
  const code = await group.ended;
  clearTimeout(timer);
  return code;
}

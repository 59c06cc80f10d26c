import { existsSync, readFileSync } from "node:fs";

export interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

export const NOTHING: Count = { passed: 0, failed: 0, skipped: 0 };

export function add(a: Count, b: Count): Count {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

/** The last line of a test run. */
export function summary({ passed, failed, skipped }: Count): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

/**
 * A part that ended badly without a failed test has crashed, and one that ran nothing at all proves nothing: both
 * count as one failure, so that a green last line always means that every part did its work.
 */
export function settle(count: Count, exitCode: number | null): Count {
  const ran = count.passed + count.failed + count.skipped > 0;
  return count.failed === 0 && (exitCode !== 0 || !ran) ? { ...count, failed: 1 } : count;
}

export interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests?: number;
  testResults: { status: string; assertionResults: unknown[] }[];
}

/** Vitest's JSON report. A file that could not even be loaded has no tests: it counts as one that failed. */
export function countVitest(report: VitestReport): Count {
  const crashed = report.testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + crashed.length,
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
  };
}

export interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: unknown[];
}

/** Tests that may need their second try in one run; see docs/decisions/0018. */
const MOST_FLAKY = 5;

/**
 * Playwright's JSON report. Errors outside of any test count as failures. A test that passed at its second try has
 * passed (Playwright names it), but only a few may: beyond them each counts as a failure.
 */
export function countPlaywright({ stats, errors }: PlaywrightReport): Count {
  const flaky = Math.min(stats.flaky, MOST_FLAKY);
  return {
    passed: stats.expected + flaky,
    failed: stats.unexpected + (stats.flaky - flaky) + errors.length,
    skipped: stats.skipped,
  };
}

/** Reads a reporter's file; null where the program ended before it wrote one. */
export function readReport(path: string): unknown {
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : null;
}

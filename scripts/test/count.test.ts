import { describe, expect, it } from "vitest";
import { add, countPlaywright, countVitest, NOTHING, settle, summary } from "./count";

describe("what the last line says", () => {
  it("names skipped tests only where there are some", () => {
    expect(summary({ passed: 3, failed: 0, skipped: 0 })).toBe("3 passed, 0 failed");
    expect(summary({ passed: 3, failed: 1, skipped: 2 })).toBe("3 passed, 1 failed, 2 skipped");
  });

  it("adds the parts up", () => {
    const one = { passed: 1, failed: 2, skipped: 3 };
    expect(add(add(NOTHING, one), one)).toEqual({ passed: 2, failed: 4, skipped: 6 });
  });

  it.each([
    ["a crash without a failed test", { passed: 5, failed: 0, skipped: 0 }, 1, 1],
    ["a part killed by a signal", { passed: 5, failed: 0, skipped: 0 }, null, 1],
    ["a part that ran nothing", NOTHING, 0, 1],
    ["failures that are already counted", { passed: 5, failed: 2, skipped: 0 }, 1, 2],
    ["a good part", { passed: 5, failed: 0, skipped: 0 }, 0, 0],
    ["a part that was skipped as a whole", { passed: 0, failed: 0, skipped: 4 }, 0, 0],
  ])("counts %s", (_, count, exitCode, failed) => {
    expect(settle(count, exitCode).failed).toBe(failed);
  });

  it("counts a test file that could not be loaded", () => {
    const report = {
      numPassedTests: 2,
      numFailedTests: 0,
      numPendingTests: 1,
      testResults: [
        { status: "passed", assertionResults: [{}, {}] },
        { status: "failed", assertionResults: [] },
      ],
    };
    expect(countVitest(report)).toEqual({ passed: 2, failed: 1, skipped: 1 });
  });

  it("counts errors outside of tests as failures", () => {
    const report = { stats: { expected: 4, unexpected: 1, flaky: 0, skipped: 2 }, errors: [{}] };
    expect(countPlaywright(report)).toEqual({ passed: 4, failed: 2, skipped: 2 });
  });

  it("lets a few tests pass at their second try, not many", () => {
    const report = (flaky: number) => ({ stats: { expected: 10, unexpected: 0, flaky, skipped: 0 }, errors: [] });
    expect(countPlaywright(report(2))).toEqual({ passed: 12, failed: 0, skipped: 0 });
    expect(countPlaywright(report(7))).toEqual({ passed: 15, failed: 2, skipped: 0 });
  });
});

import { expect, it } from "vitest";
import { createDraw } from "@/scripts/sample/draw";
import { measure, planOf } from "./plan";
import { COMPANY_OF_10000, simulate } from "./simulate";

const fractions = (seed: number) => createDraw(seed).fraction;

it("ten thousand clients ask as seldom as the protocol plans, in the busiest hour too", () => {
  for (const seed of [1, 2]) {
    const hourly = simulate(COMPANY_OF_10000, fractions(seed));
    const lines = measure(planOf(COMPANY_OF_10000), hourly, COMPANY_OF_10000.activeHours);
    expect(lines.filter(({ isWithin }) => !isWithin)).toEqual([]);
    // Counted at all: each kind has about what it must have.
    expect(lines.every(({ mean, atMost, of }) => mean > (of === "mean" ? 0.6 : 0.3) * atMost)).toBe(true);
  }
});

it("and the plan is broken by one that asked each hour for the files of everybody", () => {
  const hourly = simulate(COMPANY_OF_10000, fractions(1));
  const hungry = { ...hourly, known: hourly.known.map((count) => count * 4) };
  const lines = measure(planOf(COMPANY_OF_10000), hungry, COMPANY_OF_10000.activeHours);
  expect(lines.map(({ isWithin }) => isWithin)).toEqual([false, true, true]);
});

it("counts a single person by hand: config once in some days, the files two or three times a day", () => {
  const one = { ...COMPANY_OF_10000, people: 1, withThread: 0 };
  // In the middle of every draw: comes at half past eight, no jitter.
  const hourly = simulate(one, () => 0.5);
  expect(hourly.known.flatMap((count, hour) => (count > 0 ? [hour] : []))).toEqual([8, 12]);
  expect(hourly.config.reduce((sum, count) => sum + count, 0)).toBe(1);
  expect(hourly.threads.every((count) => count === 0)).toBe(true);
});

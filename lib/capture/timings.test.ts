import { describe, expect, it } from "vitest";
import { timings, type Recorded } from "./timings";

const NOTHING: Recorded = { navigation: null, largestPaints: [], shifts: [], longTasks: [], interactions: [] };
const shift = (startTime: number, value: number, hadRecentInput = false) => ({ startTime, value, hadRecentInput });

describe("timings", () => {
  it("leaves out what was not recorded", () => {
    expect(timings(NOTHING)).toEqual({});
    expect(timings({ ...NOTHING, navigation: { responseStart: 0, loadEventEnd: 0 } })).toEqual({});
  });

  it("takes the last paint, the slowest interaction and the sum of long tasks", () => {
    expect(
      timings({
        navigation: { responseStart: 120.4, loadEventEnd: 900.6 },
        largestPaints: [{ startTime: 300 }, { startTime: 450.2 }],
        shifts: [],
        longTasks: [{ duration: 60 }, { duration: 75.4 }],
        interactions: [
          { duration: 500, interactionId: 0 },
          { duration: 240, interactionId: 7 },
        ],
      }),
    ).toEqual({ ttfb: 120, load: 901, lcp: 450, longTasks: 135, inp: 240 });
  });

  it("counts layout shift by its worst burst and not what the person's own input caused", () => {
    const shifts = [shift(0, 0.1), shift(500, 0.1), shift(600, 0.9, true), shift(3000, 0.15)];
    expect(timings({ ...NOTHING, shifts }).cls).toBe(0.2);
  });
});

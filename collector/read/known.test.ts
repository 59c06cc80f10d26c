import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LIMITS } from "@/lib/protocol/limits";
import type { KnownAnnoyance } from "@/lib/protocol/summary";
import { fitFile } from "./known";

function annoyance(index: number, more: Partial<KnownAnnoyance> = {}): KnownAnnoyance {
  return {
    reportId: `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`,
    originHash: "a".repeat(64),
    path: `/part-${index % 50}/{id}`,
    title: `The list number ${index} takes very long to open`,
    workaround: "Filter by month first.",
    lang: "en",
    status: "planned",
    statusEvent: null,
    people: 1,
    updated: "2026-03-04T10:00:00.000Z",
    ...more,
  };
}

describe("a file of known annoyances", () => {
  it("holds the first ones, as many as fit", () => {
    const most = fc.integer({ min: 0, max: 5000 });
    const items = fc.array(
      fc.string({ maxLength: 120 }).map((title) => annoyance(1, { title })),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(items, most, (all, bytes) => {
        const fitting = fitFile(all, bytes);
        expect(fitting).toEqual(all.slice(0, fitting.length));
        const size = (some: KnownAnnoyance[]) => Buffer.byteLength(JSON.stringify(some));
        expect(fitting.length === 0 || size(fitting) <= bytes + 1).toBe(true);
        if (fitting.length < all.length) expect(size(all.slice(0, fitting.length + 1))).toBeGreaterThan(bytes);
      }),
    );
  });

  it("never has more than its number", () => {
    const many = Array.from({ length: LIMITS.bucketItems + 5 }, (_, index) => annoyance(index));
    expect(fitFile(many)).toHaveLength(LIMITS.bucketItems);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MOST_BYTES, nextEncoding } from "./encode-steps";

const KIB = 1024;

describe("how a picture is encoded", () => {
  it.each([
    [[], { quality: 0.8 }],
    [[400 * KIB], "take"],
    [[600 * KIB], { quality: 0.7 }],
    [[600 * KIB, 500 * KIB], "take"],
    [[3000, 2500, 2000, 1500, 1000, 800].map((kib) => kib * KIB), "take"],
    [[9000, 8000, 7000, 6000, 5000, 4000].map((kib) => kib * KIB), "too-large"],
  ] as const)("%j: %j", (tried, next) => expect(nextEncoding(tried)).toEqual(next));

  it("always ends, with a picture that is never over the limit, and never with one before it was tried", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 8 * MOST_BYTES }), { minLength: 10, maxLength: 10 }), (sizes) => {
        const tried: number[] = [];
        let last = 1;
        for (;;) {
          const next = nextEncoding(tried);
          if (next === "too-large") return (tried.at(-1) ?? 0) > MOST_BYTES;
          if (next === "take") return (tried.at(-1) ?? Infinity) <= MOST_BYTES;
          expect(next.quality).toBeLessThan(last);
          last = next.quality;
          tried.push(sizes[tried.length] ?? 1);
        }
      }),
    );
  });
});

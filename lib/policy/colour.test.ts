import fc from "fast-check";
import { expect, it } from "vitest";
import { contrast, inkOn } from "./colour";

it.each([
  ["#000000", "#ffffff", 21],
  ["#777777", "#ffffff", 4.48],
  ["#0000ff", "#ffffff", 8.59],
])("the contrast of %s and %s is %d", (a, b, expected) => {
  expect(contrast(a, b)).toBeCloseTo(expected, 1);
  expect(contrast(b, a)).toBe(contrast(a, b));
});

it("puts black or white on a colour so that it can be read (WCAG 2.2 AA), whatever the colour is", () => {
  const part = fc.integer({ min: 0, max: 255 }).map((value) => value.toString(16).padStart(2, "0"));
  fc.assert(
    fc.property(part, part, part, (red, green, blue) => {
      const colour = `#${red}${green}${blue}`;
      expect(contrast(colour, inkOn(colour))).toBeGreaterThanOrEqual(4.5);
    }),
    { numRuns: 2_000 },
  );
});

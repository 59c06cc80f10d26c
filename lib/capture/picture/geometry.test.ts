import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contains, fit, intersect, outward, pixelScale, toPixels } from "./geometry";
import type { Rect } from "./shot";

const length = fc.double({ min: 0.5, max: 3000, noNaN: true });
const place = fc.double({ min: -500, max: 3000, noNaN: true });
const rect: fc.Arbitrary<Rect> = fc.record({ x: place, y: place, w: length, h: length });

describe("what is where in the picture", () => {
  it.each([
    ["as it is", { x: 0, y: 0, w: 1280, h: 800 }, { w: 1280, h: 800 }, { x: 98, y: 48, w: 24, h: 14 }],
    ["on a fine screen", { x: 0, y: 0, w: 1280, h: 800 }, { w: 2560, h: 1600 }, { x: 196, y: 96, w: 48, h: 28 }],
    ["at 80 % zoom", { x: 0, y: 0, w: 1600, h: 1000 }, { w: 1280, h: 800 }, { x: 78, y: 38, w: 20, h: 12 }],
    ["under a pinch", { x: 90, y: 40, w: 640, h: 400 }, { w: 1280, h: 800 }, { x: 16, y: 16, w: 48, h: 28 }],
  ])("%s", (_, view, picture, pixels) => {
    expect(toPixels({ x: 100, y: 50, w: 20, h: 10 }, view, picture)).toEqual(pixels);
  });

  it("is never smaller than what is private, and never outside of the picture", () => {
    fc.assert(
      fc.property(rect, fc.double({ min: 0.5, max: 4, noNaN: true }), (private_, scale) => {
        const picture = { w: Math.round(1280 * scale), h: Math.round(800 * scale) };
        const view = { x: 0, y: 0, w: 1280, h: 800 };
        const pixels = toPixels(private_, view, picture);
        const seen = intersect(private_, view);
        if (!seen) return true;
        if (!pixels) return false;
        const [kx, ky] = [picture.w / view.w, picture.h / view.h];
        const inPixels = { x: seen.x * kx, y: seen.y * ky, w: seen.w * kx, h: seen.h * ky };
        const slack = { x: pixels.x - 1e-6, y: pixels.y - 1e-6, w: pixels.w + 2e-6, h: pixels.h + 2e-6 };
        return contains(slack, inPixels) && contains({ x: 0, y: 0, ...picture }, pixels);
      }),
    );
  });

  it("is whole pixels", () => {
    fc.assert(fc.property(rect, (any) => Object.values(outward(any)).every(Number.isInteger)));
  });

  it.each([
    ["the window's own shape", { w: 2560, h: 1600 }, 2],
    ["rounded by a pixel", { w: 1600, h: 1001 }, 1.25],
    ["another shape", { w: 1280, h: 900 }, null],
    ["nothing", { w: 0, h: 0 }, null],
  ])("is certain or not: %s", (_, picture, scale) => {
    expect(pixelScale({ x: 0, y: 0, w: 1280, h: 800 }, picture)).toBe(scale);
  });

  it("is no longer than asked and keeps its shape", () => {
    expect(fit({ w: 3200, h: 2000 }, 1600)).toEqual({ w: 1600, h: 1000 });
    expect(fit({ w: 300, h: 4000 }, 1600)).toEqual({ w: 120, h: 1600 });
    expect(fit({ w: 300, h: 200 }, 1600)).toEqual({ w: 300, h: 200 });
    expect(fit({ w: 9000, h: 1 }, 1600)).toEqual({ w: 1600, h: 1 });
  });
});

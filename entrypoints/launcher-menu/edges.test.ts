import { describe, expect, it } from "vitest";
import { freeCorner } from "../launcher.content/place";
import { alongEdge, nearestCorner, nextCorner } from "./edges";

const WIDTH = 1000;
const HEIGHT = 800;

describe("dragging", () => {
  it.each([
    [990, 400, { left: 944, top: 380 }],
    [5, 400, { left: 16, top: 380 }],
    [500, 3, { left: 480, top: 16 }],
    [500, 799, { left: 480, top: 744 }],
    [-50, -50, { left: 16, top: 16 }],
    [5000, 5000, { left: 944, top: 744 }],
  ])("from %d, %d stays at an edge: %j", (x, y, place) => {
    expect(alongEdge(x, y, WIDTH, HEIGHT)).toEqual(place);
  });

  it.each([
    [900, 700, "bottom-right"],
    [100, 700, "bottom-left"],
    [100, 100, "top-left"],
    [900, 100, "top-right"],
  ])("let go at %d, %d it snaps to %s", (x, y, corner) => {
    expect(nearestCorner(x, y, WIDTH, HEIGHT)).toBe(corner);
  });

  it("moves through all four corners and back", () => {
    const seen = [nextCorner("bottom-right")];
    while (seen.length < 4) seen.push(nextCorner(seen.at(-1) ?? "bottom-right"));
    expect(new Set(seen).size).toBe(4);
    expect(seen.at(-1)).toBe("bottom-right");
  });
});

describe("stepping aside", () => {
  const box = (left: number, top: number, right: number, bottom: number) => ({ left, top, right, bottom });

  it.each([
    ["a field elsewhere", box(100, 100, 300, 130), "bottom-right"],
    ["a field under the button", box(900, 750, 1000, 790), "bottom-left"],
    ["a bar along the bottom", box(0, 760, 1000, 800), "top-right"],
    ["a column at the right and the bottom", box(80, 80, 1000, 800), "bottom-left"],
    ["an editor that is the whole page", box(0, 0, 1000, 800), "bottom-right"],
  ])("of %s", (_what, focused, corner) => {
    expect(freeCorner("bottom-right", focused, WIDTH, HEIGHT)).toBe(corner);
  });

  it("prefers the corner that the person chose", () => {
    expect(freeCorner("top-left", box(900, 750, 1000, 790), WIDTH, HEIGHT)).toBe("top-left");
  });
});

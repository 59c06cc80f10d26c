import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blackRects, countBlack, coversInPixels, draw, type Edits, NO_EDITS, startCrop, toggleCover } from "./edits";
import { intersect } from "./geometry";
import { begin, redo, step, undo } from "./history";
import { pictureOffer } from "./picture-offer";
import type { Cover } from "./shot";
import { firstDraft, stretch } from "./stretch";

const PICTURE = { w: 1280, h: 800 };
const VIEW = { x: 0, y: 0, ...PICTURE };
const COVERS: Cover[] = [
  { kind: "email", rects: [{ x: 10, y: 10, w: 100, h: 20 }] },
  { kind: "canvas", rects: [{ x: 600, y: 400, w: 100, h: 100 }] },
];
const point = fc.record({ x: fc.integer({ min: 0, max: 1280 }), y: fc.integer({ min: 0, max: 800 }) });

describe("what is black", () => {
  it("is every automatic cover, until its own button reveals it", () => {
    expect(blackRects(COVERS, NO_EDITS, PICTURE)).toHaveLength(2);
    const shown = toggleCover(NO_EDITS, 1);
    expect(blackRects(COVERS, shown, PICTURE)).toEqual(COVERS[0]?.rects);
    expect(blackRects(COVERS, toggleCover(shown, 1), PICTURE)).toHaveLength(2);
  });

  it("is what a person blacks out, in whole pixels and within the picture", () => {
    const edits = draw(NO_EDITS, "black", { x: 1200.4, y: 700.2 }, { x: 2000, y: 750.9 }, PICTURE);
    expect(blackRects([], edits, PICTURE)).toEqual([{ x: 1200, y: 700, w: 80, h: 51 }]);
  });

  it("is never less for anything that is drawn or cropped", () => {
    const tools = fc.constantFrom("black", "arrow", "frame", "crop");
    fc.assert(
      fc.property(fc.array(fc.tuple(tools, point, point), { maxLength: 12 }), (drawn) => {
        const edits = drawn.reduce<Edits>((at, [tool, from, to]) => draw(at, tool, from, to, PICTURE), NO_EDITS);
        const black = blackRects(COVERS, edits, PICTURE);
        expect(black.slice(0, 2)).toEqual(COVERS.flatMap(({ rects }) => rects));
        if (edits.crop) expect(intersect(edits.crop, { x: 0, y: 0, ...PICTURE })).toEqual(edits.crop);
      }),
    );
  });

  it("is counted by kind, without what is outside of the crop", () => {
    const edits = draw(NO_EDITS, "crop", { x: 0, y: 0 }, { x: 300, y: 300 }, PICTURE);
    expect([...countBlack(COVERS, edits).kinds]).toEqual([["email", 1]]);
    expect(countBlack(COVERS, draw(edits, "black", { x: 5, y: 5 }, { x: 9, y: 9 }, PICTURE)).own).toBe(1);
    expect(countBlack(COVERS, draw(edits, "black", { x: 500, y: 5 }, { x: 900, y: 9 }, PICTURE)).own).toBe(0);
  });

  it("comes from the page with what is out of sight left away, from top to bottom", () => {
    const [low, high] = [
      { x: 5, y: 500, w: 9, h: 9 },
      { x: 5, y: 50, w: 9, h: 9 },
    ];
    const far = { x: 5, y: 5000, w: 9, h: 9 };
    const covers = coversInPixels(
      [
        { kind: "card", rects: [low] },
        { kind: "iban", rects: [far] },
        { kind: "email", rects: [high, far] },
      ],
      VIEW,
      PICTURE,
    );
    expect(covers.map(({ kind, rects }) => [kind, rects.length])).toEqual([
      ["email", 1],
      ["card", 1],
    ]);
  });
});

describe("a crop", () => {
  it("begins at what was pointed at, with a margin", () => {
    expect(startCrop({ x: 100, y: 100, w: 80, h: 20 }, VIEW, PICTURE)).toEqual({ x: 52, y: 52, w: 176, h: 116 });
  });

  it.each([
    ["nothing was pointed at", null],
    ["it is out of sight", { x: 0, y: 5000, w: 10, h: 10 }],
    ["it is the whole page", { x: -50, y: -50, w: 3000, h: 3000 }],
  ])("is none where %s", (_, element) => expect(startCrop(element, VIEW, PICTURE)).toBeNull());

  it("cannot be a slip of the hand, and narrows only what is there", () => {
    expect(draw(NO_EDITS, "crop", { x: 5, y: 5 }, { x: 9, y: 300 }, PICTURE)).toBe(NO_EDITS);
    const half = draw(NO_EDITS, "crop", { x: 0, y: 0 }, { x: 640, y: 800 }, PICTURE);
    expect(draw(half, "crop", { x: 600, y: 0 }, { x: 900, y: 800 }, PICTURE).crop).toEqual({
      x: 600,
      y: 0,
      w: 40,
      h: 800,
    });
  });
});

it("every step can be taken back and taken again", () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { maxLength: 30 }), (values) => {
      const distinct = values.filter((value, index) => value !== values[index - 1]);
      const done = distinct.reduce((history, value) => step(history, { value }), begin({ value: 0.5 }));
      const back = distinct.reduce((history) => undo(history), done);
      expect(back.now.value).toBe(0.5);
      expect(distinct.reduce((history) => redo(history), back).now).toEqual(done.now);
      expect(undo(back)).toEqual(back);
    }),
  );
});

it("arrow keys move and stretch a rectangle, and never out of the picture", () => {
  const sight = { x: 100, y: 50, w: 400, h: 300 };
  const key = fc.tuple(fc.constantFrom(-1, 0, 1), fc.constantFrom(-1, 0, 1), fc.boolean());
  fc.assert(
    fc.property(fc.array(key, { maxLength: 200 }), (keys) => {
      const draft = keys.reduce(
        (at, [dx, dy, isResizing]) => stretch(at, dx, dy, isResizing, sight),
        firstDraft(sight),
      );
      for (const { x, y } of [draft.from, draft.to]) {
        expect(x).toBeGreaterThanOrEqual(sight.x - 1e-9);
        expect(x).toBeLessThanOrEqual(sight.x + sight.w + 1e-9);
        expect(y).toBeGreaterThanOrEqual(sight.y - 1e-9);
        expect(y).toBeLessThanOrEqual(sight.y + sight.h + 1e-9);
      }
    }),
  );
  const moved = stretch(firstDraft(sight), 1, 0, false, sight);
  expect(moved.to.x - moved.from.x).toBeCloseTo(100);
});

it.each([
  ["no page", { hasPage: false, anonymous: false }, [false, false, false]],
  ["by the person's tick", { hasPage: true, anonymous: false }, [true, false, false]],
  ["without a name", { hasPage: true, anonymous: true }, [true, false, true]],
  ["never", { hasPage: true, anonymous: false, policy: "off" }, [false, false, false]],
  ["always", { hasPage: true, anonymous: false, policy: "on" }, [true, true, false]],
  ["always, but not without a name", { hasPage: true, anonymous: true, policy: "on" }, [true, false, true]],
] as const)("a picture is offered: %s", (_, about, [isOffered, isTicked, isRisky]) => {
  expect(pictureOffer(about)).toEqual({ isOffered, isTicked, isRisky });
});

import fc from "fast-check";
import { expect, it } from "vitest";
import { formatCursor, parseCursor, scopeMark } from "./cursor";

const place = fc.bigInt({ min: 0n, max: 10n ** 17n });

it("comes back as it went out", () => {
  const cursor = fc.record({
    epoch: fc.uuid(),
    seq: place,
    bootstrapHead: fc.option(place),
    scope: fc.option(fc.array(fc.string())).map(scopeMark),
  });
  fc.assert(
    fc.property(cursor, (each) => {
      expect(parseCursor(formatCursor(each))).toEqual(each);
    }),
  );
});

it("is null for anything else", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(parseCursor(text)).toBeNull();
    }),
  );
});

it("names a set of origins, whatever their order", () => {
  expect(scopeMark(["b", "a"])).toBe(scopeMark(["a", "b"]));
  expect(scopeMark(["a"])).not.toBe(scopeMark(["b"]));
  expect(scopeMark(null)).toBe("");
  expect(scopeMark([])).not.toBe("");
});

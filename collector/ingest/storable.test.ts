import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { EarshotEvent } from "@/lib/protocol/event";
import { isStorable, storable } from "./storable";

const eventOf = (data: unknown) => ({ data }) as unknown as EarshotEvent;

describe("what a database takes", () => {
  test.each([{ text: "a\u0000b" }, { deep: [{ half: "\ud83d" }] }, { "key\u0000": 1 }])(
    "%j is cleaned first",
    (data) => {
      const json = JSON.stringify({ data });
      expect(isStorable(json)).toBe(false);
      expect(isStorable(JSON.stringify(storable(eventOf(data))))).toBe(true);
    },
  );

  test("words in any language, with pictures in them, are taken as they are", () => {
    expect(isStorable(JSON.stringify({ words: "Não dá 😀 שלום \\n \t", n: 1 }))).toBe(true);
  });

  test("what it says is storable is not changed by cleaning", () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: "binary" }), (data) => {
        fc.pre(isStorable(JSON.stringify({ data })));
        expect(storable(eventOf(data))).toEqual(eventOf(data));
      }),
    );
  });
});

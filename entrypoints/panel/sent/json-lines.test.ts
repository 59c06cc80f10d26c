import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jsonLines } from "./json-lines";

const together = (json: string) =>
  jsonLines(json)
    .map((line) => line.text)
    .join("");

describe("the exact text in lines", () => {
  it("is the text itself, whatever is in it", () => {
    const texts = fc.oneof(fc.json(), fc.string({ unit: "binary" }));
    fc.assert(fc.property(texts, (text) => together(text) === text));
  });

  it("has one member a line, and brackets in words are words", () => {
    expect(jsonLines('{"a":"{[,\\"]}","b":{"c":[1,2]}}')).toEqual([
      { depth: 0, text: "{" },
      { depth: 1, text: '"a":"{[,\\"]}",' },
      { depth: 1, text: '"b":{' },
      { depth: 2, text: '"c":[' },
      { depth: 3, text: "1," },
      { depth: 3, text: "2" },
      { depth: 2, text: "]" },
      { depth: 1, text: "}" },
      { depth: 0, text: "}" },
    ]);
  });
});

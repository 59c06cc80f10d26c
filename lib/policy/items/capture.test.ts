import { describe, expect, it } from "vitest";
import { parsePolicy } from "../parse-policy";

const read = (capture: unknown) => {
  const { policy, refused } = parsePolicy({ capture });
  return { ...policy.capture, refused: refused.map(({ place, reason }) => `${place} ${reason}`) };
};

describe("capture", () => {
  it("asks for pictures, keeps no query and sends the rest where nothing is set", () => {
    const usual = { picture: "ask", selectors: [], patterns: [], query: [], timings: true, elementText: true };
    for (const unset of [undefined, null, {}, { picture: "", selectors: null }]) {
      expect(read(unset)).toEqual({ ...usual, refused: [] });
    }
  });

  it("takes every key", () => {
    const set = {
      picture: "off",
      selectors: [".customer", "td:nth-child(2)"],
      patterns: ["KD-\\d{6}", "(?i)projekt\\s+\\w+"],
      query: ["view", "tab"],
      timings: false,
      elementText: false,
    };
    expect(read(set)).toEqual({ ...set, refused: [] });
    expect(read({ picture: "on" }).picture).toBe("on");
  });

  it("refuses item by item", () => {
    const { refused, ...rest } = read({
      picture: "never",
      selectors: [".a", ".a, .b", 7, "a::before"],
      patterns: ["KD", "(", "(?=x)", "(a)\\1", "", "x".repeat(201), ".{1,900}", "(((a{9}){9}){9})", null],
      query: ["view", "", "__proto__", "constructor", "x".repeat(101), {}],
      timings: "no",
      elementText: 0,
    });
    expect(rest).toEqual({
      picture: "ask",
      selectors: [".a"],
      patterns: ["KD"],
      query: ["view"],
      // Whoever wrote it wanted something: less is sent.
      timings: false,
      elementText: false,
    });
    expect(refused).toEqual([
      "capture.picture not-a-choice",
      "capture.selectors[1] not-a-selector",
      "capture.selectors[2] wrong-shape",
      "capture.selectors[3] not-a-selector",
      ...[1, 2, 3, 4, 5, 6, 7].map((at) => `capture.patterns[${at}] not-an-expression`),
      "capture.patterns[8] wrong-shape",
      ...[1, 2, 3, 4, 5].map((at) => `capture.query[${at}] wrong-shape`),
      "capture.timings wrong-shape",
      "capture.elementText wrong-shape",
    ]);
  });

  it("takes as many as it can bear, and names the first that is too many", () => {
    const { patterns, refused } = read({ patterns: Array.from({ length: 10_000 }, (_, at) => `K${at}`) });
    expect(patterns).toHaveLength(50);
    expect(refused).toEqual(["capture.patterns[50] too-many"]);
  });

  it.each(["on", 3, []])("refuses %j as a whole, and nothing else with it", (capture) => {
    const { policy, refused } = parsePolicy({ capture, endpoint: "https://a.example" });
    expect(refused).toMatchObject([{ place: "capture", reason: "wrong-shape" }]);
    expect(policy).toMatchObject({ endpoint: "https://a.example", capture: { picture: "ask" } });
  });
});

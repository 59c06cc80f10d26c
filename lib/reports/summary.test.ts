import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bucketOf } from "@/lib/protocol/summary";
import { createHistory } from "./test-history";
import { threadOf } from "./thread";

const SAID = {
  title: "Search forgets the filter",
  text: "After you open an order, the filter is empty.",
  workaround: "Open the order in a new tab.",
  lang: "en",
};

describe("what is published", () => {
  it("stands in the document, with who said it and when, and no line in the conversation", () => {
    const history = createHistory();
    history.say("report.created", {});
    const lines = history.doc().timeline;
    history.say("summary.published", { ...SAID, place: "site" });
    expect(history.doc().summary).toEqual({ ...SAID, place: "site", by: "Robin", at: "2026-01-01T00:01:00.000Z" });
    expect(history.doc().timeline).toEqual(lines);
    expect(history.doc().status).toBe("new");
  });

  it("is replaced as a whole by what is said next, and is gone without a title", () => {
    const history = createHistory();
    history.say("report.created", {});
    history.say("summary.published", { ...SAID, texts: { de: { title: "Die Suche vergisst den Filter" } } });
    history.say("summary.published", { title: "Search", lang: "en" });
    expect(history.doc().summary).toMatchObject({ title: "Search", place: "page" });
    expect(history.doc().summary).not.toHaveProperty("workaround");
    expect(history.doc().summary).not.toHaveProperty("texts");
    history.say("summary.published", { title: null, lang: "en" });
    expect(history.doc()).not.toHaveProperty("summary");
  });

  it("is in the thread of whoever reported it, without IT's own part of it", () => {
    const history = createHistory();
    history.say("report.created", {});
    expect(threadOf(history.stored()!, "1", null)).not.toHaveProperty("summary");
    history.say("summary.published", SAID);
    expect(threadOf(history.stored()!, "2", null).summary).toEqual(SAID);
  });

  it("is gone with the report", () => {
    const history = createHistory();
    history.say("report.created", {});
    history.say("summary.published", SAID);
    expect(history.say("report.erased", { reason: "request" }, "system")).toMatchObject({
      outcome: "erased",
      tombstone: { erased: true },
    });
  });

  it("is nothing without a report", () => {
    expect(createHistory().say("summary.published", SAID).outcome).toBe("unknown-subject");
  });
});

describe("the name of a bucket", () => {
  it.each([
    [0, "all"],
    [1, "1"],
    [4, "a"],
    [5, "15"],
    [8, "ab"],
    [12, "abc"],
    [16, "abcd"],
  ])("with %i bits", (bits, name) => {
    expect(bucketOf(`abcd${"0".repeat(60)}`, bits)).toBe(name);
  });

  it("splits a file in two with each bit more, and says so in as many digits as it takes", () => {
    const hash = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString("hex"));
    fc.assert(
      fc.property(hash, fc.integer({ min: 1, max: 15 }), (of, bits) => {
        const [coarse, fine] = [bucketOf(of, bits), bucketOf(of, bits + 1)];
        expect(Number.parseInt(fine, 16) >> 1).toBe(Number.parseInt(coarse, 16));
        expect(fine).toHaveLength(Math.ceil((bits + 1) / 4));
      }),
    );
  });
});

import { expect, it } from "vitest";
import { firstWordMs } from "@/lib/reports/first-word";
import { ANN, createHistory } from "@/lib/reports/test-history";
import { impactOf } from "./impact";
import { NOW_MS, told } from "./impact.test-support";
import { median } from "./listening";

const HOUR_MS = 3_600_000;

it.each([
  [[], null],
  [[7], 7],
  [[9, 1, 5], 5],
  [[10, 9, 100, 1], 9.5],
])("the middle of %j is %j", (values, middle) => {
  expect(median(values)).toBe(middle);
});

it("has the four figures side by side", () => {
  const waits = [1, 2, 3, 10, 100, "unknown", null, null] as const;
  const items = waits.map((wait, at) =>
    told(`r${at}`, {
      createdAt: `2026-11-0${at + 1}T08:00:00.000Z`,
      status: wait === null ? "new" : "heard",
      firstWord: typeof wait === "number" ? wait * HOUR_MS : wait,
    }),
  );
  const { listening } = impactOf(items, { nowMs: NOW_MS });
  expect(listening).toEqual({
    firstWordMs: 3 * HOUR_MS,
    answered: { count: 6, of: 8 },
    helped: { yes: 0, partly: 0, no: 0, of: 0 },
    oldestUnheard: "2026-11-07T08:00:00.000Z",
  });
});

it("looks at the last 12 months, but for the oldest unheard", () => {
  const old = "2024-02-01T08:00:00.000Z";
  const items = [
    told("a", { createdAt: old }),
    told("b", { createdAt: old, status: "done", firstWord: HOUR_MS, people: 9 }, { yes: 9 }),
  ];
  expect(impactOf(items, { nowMs: NOW_MS }).listening).toEqual({
    firstWordMs: null,
    answered: { count: 0, of: 0 },
    helped: { yes: 0, partly: 0, no: 0, of: 0 },
    oldestUnheard: old,
  });
});

// Each event comes a minute after the one before.
it("waits for a word that the reporter can read, of a person", () => {
  const history = createHistory();
  const waited = () => {
    const wait = firstWordMs(history.doc());
    return typeof wait === "number" ? wait / 60_000 : wait;
  };
  history.say("report.created", {});
  expect(waited()).toBeNull();
  history.say("comment.added", { text: "Anybody?", lang: "en", visibility: "thread" }, "reporter");
  history.say("comment.added", { text: "Whose is this?", lang: "en", visibility: "internal" });
  history.say("metoo.set", { tag: "M".repeat(22), on: true }, "colleague");
  // Read, and nothing said.
  history.say("status.set", { status: "heard", basedOn: null });
  expect(waited()).toBeNull();
  // Lost to the one before: the reporter does not see it.
  history.say("status.set", { status: "done", basedOn: null, note: "It is done." });
  expect(waited()).toBeNull();
  history.say("comment.added", { text: "We look at it.", lang: "en", visibility: "thread" });
  expect(waited()).toBe(6);
  history.say("status.set", { status: "planned", basedOn: history.doc().statusEvent });
  expect(waited()).toBe(6);
});

it("takes a status without words for a word where it says what becomes of it", () => {
  const history = createHistory();
  history.say("report.created", { ownTag: ANN });
  history.say("status.set", { status: "planned", basedOn: null });
  expect(firstWordMs(history.doc())).toBe(60_000);
});

it("does not know when, where the beginning was cut or the answer is older than the report", () => {
  const history = createHistory();
  history.say("report.created", {});
  history.say("status.set", { status: "planned", basedOn: null });
  const doc = history.doc();
  expect(firstWordMs({ ...doc, earlier: true })).toBe("unknown");
  expect(firstWordMs({ ...doc, earlier: true, timeline: [] })).toBe("unknown");
  expect(firstWordMs({ ...doc, createdAt: "2026-11-01T00:00:00.000Z" })).toBe("unknown");
});

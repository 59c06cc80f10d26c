import { describe, expect, it } from "vitest";
import { gather } from "./gather";
import { itemWith } from "./inbox.test-support";
import type { InboxItem } from "./item";

const ids = (items: readonly InboxItem[]) => items.map(({ id }) => id);

describe("reports that are the same", () => {
  it("are one item, with the people and hours of all of them", () => {
    const [top, ...rest] = gather([
      itemWith("a", { people: 2, hoursAWeek: null, hoursUnknown: 2 }),
      itemWith("b", { canonical: "a", people: 3, hoursAWeek: 1.5, hoursUnknown: 1, blocked: 1 }),
      itemWith("c", {
        canonical: "b",
        people: 1,
        hoursAWeek: 0.25,
        hoursUnknown: 0,
        createdAt: "2026-01-01T00:00:00Z",
      }),
    ]);
    expect(rest).toEqual([]);
    expect(top?.doc).toMatchObject({ id: "a", people: 6, hoursAWeek: 1.75, hoursUnknown: 3, blocked: 1 });
    expect(top?.joined.map(({ id }) => id)).toEqual(["c", "b"]);
  });

  it("add up what helped, for the claim that they share", () => {
    const helped = (forEvent: string | null, yes: number) => ({
      helped: { forEvent, yes, partly: 0, no: 1, hoursGivenBack: yes / 2, givenBackUnknown: 0 },
    });
    const [top] = gather([
      itemWith("a", helped("done", 1)),
      itemWith("b", { canonical: "a", ...helped("done", 3) }),
      itemWith("c", { canonical: "a", ...helped("earlier", 50) }),
    ]);
    expect(top?.doc.helped).toMatchObject({ yes: 4, no: 2, hoursGivenBack: 2 });
    const [open] = gather([itemWith("a"), itemWith("b", { canonical: "a", ...helped("done", 3) })]);
    expect(open?.doc.helped).toMatchObject({ forEvent: null, yes: 0 });
  });

  it("are listed beside it while somebody waits for a word", () => {
    const listed = gather([itemWith("a"), itemWith("b", { canonical: "a", attention: "reply" })]);
    expect(listed).toMatchObject([
      { id: "a", joinedInto: null, doc: { people: 2 } },
      { id: "b", joinedInto: "a", doc: { people: 1 } },
    ]);
  });

  it("stand for themselves where the canonical one is not here", () => {
    expect(gather([itemWith("b", { canonical: "gone" }), itemWith("c")])).toMatchObject([
      { id: "b", joined: [] },
      { id: "c", joined: [] },
    ]);
  });

  it("never all vanish in a circle that only this computer sees", () => {
    const circle = [
      itemWith("b", { canonical: "a" }),
      itemWith("a", { canonical: "b" }),
      itemWith("c", { canonical: "b" }),
    ];
    expect(ids(gather(circle))).toEqual(["a"]);
    expect(gather(circle)[0]?.doc.people).toBe(3);
    expect(ids(gather(circle.toReversed()))).toEqual(["a"]);
  });
});

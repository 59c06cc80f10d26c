import { expect, test } from "vitest";
import { itemWith } from "./inbox.test-support";
import { sayOfMany } from "./many";

const triage = (assignee: string | null, ...labels: string[]) => ({ triage: { assignee, labels, externalRefs: [] } });
const ITEMS = [
  itemWith("a", { statusEvent: "s1" }),
  itemWith("b", triage("Kim", "wish")),
  itemWith("c", triage(null, "may")),
];

test("an answer is based on what each report says now", () => {
  const said = sayOfMany(ITEMS, { do: "answer", status: "planned", text: "In May", lang: "en" });
  expect(said).toHaveLength(3);
  expect(said[0]).toEqual({ answer: { reportId: "a", basedOn: "s1", status: "planned", text: "In May", lang: "en" } });
  expect(said[1]).toMatchObject({ answer: { reportId: "b", basedOn: null } });
});

test("who has it already, or is labelled so already, is passed over; other labels stay", () => {
  expect(sayOfMany(ITEMS, { do: "assign", to: "Kim" })).toEqual([
    { triage: { reportId: "a", assignee: "Kim" } },
    { triage: { reportId: "c", assignee: "Kim" } },
  ]);
  expect(sayOfMany(ITEMS, { do: "label", label: "wish" })).toEqual([
    { triage: { reportId: "a", labels: ["wish"] } },
    { triage: { reportId: "c", labels: ["may", "wish"] } },
  ]);
});

test("a report that has all the labels that fit is passed over", () => {
  const full = itemWith("f", triage(null, ...Array.from({ length: 20 }, (_, n) => `label ${n}`)));
  expect(sayOfMany([full], { do: "label", label: "one more" })).toEqual([]);
});

test("the first is the one that the others are the same as", () => {
  expect(sayOfMany(ITEMS, { do: "join" })).toEqual([
    { link: { reportId: "b", into: "a" } },
    { link: { reportId: "c", into: "a" } },
  ]);
  expect(sayOfMany([], { do: "join" })).toEqual([]);
  const part = { ...itemWith("p"), joinedInto: "a" };
  expect(sayOfMany([part, itemWith("a"), itemWith("b")], { do: "join" })).toEqual([
    { link: { reportId: "b", into: "a" } },
  ]);
});

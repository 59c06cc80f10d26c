import { expect, test } from "vitest";
import { docWith } from "./inbox.test-support";
import type { InboxItem } from "./item";
import { sayOfMany } from "./many";

const triage = (assignee: string | null, ...labels: string[]) => ({ triage: { assignee, labels, externalRefs: [] } });
const item = (id: string, part = {}): InboxItem => ({
  id,
  doc: docWith({ id, ...part }),
  unread: false,
  refused: [],
  joined: [],
  joinedInto: null,
});
const ITEMS = [item("a", { statusEvent: "s1" }), item("b", triage("Kim", "wish")), item("c", triage(null, "may"))];

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

test("the first is the one that the others are the same as", () => {
  expect(sayOfMany(ITEMS, { do: "join" })).toEqual([
    { link: { reportId: "b", into: "a" } },
    { link: { reportId: "c", into: "a" } },
  ]);
  expect(sayOfMany([], { do: "join" })).toEqual([]);
});

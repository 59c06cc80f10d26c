import { expect, test } from "vitest";
import { docWith } from "@/lib/inbox/inbox.test-support";
import type { ReportDoc } from "@/lib/protocol/documents";
import { slowAgain } from "./wakes";

const [FIXED, NEW] = ["00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000002"];
const NOW = "2026-04-02T10:00:00.000Z";
const context: NonNullable<ReportDoc["context"]> = { origin: "https://a.example", path: "/orders/{id}" };

function fixed(more: Partial<ReportDoc> = {}): ReportDoc {
  const statusAt = "2026-04-01T10:00:00.000Z";
  return { ...docWith({ id: FIXED }), kind: "slow", context, status: "done", statusAt, updatedAt: statusAt, ...more };
}

function slow(more: Partial<ReportDoc> = {}): ReportDoc {
  return { ...docWith({ id: NEW }), kind: "slow", context, createdAt: NOW, ...more };
}

test("a page that was put right and is slow again needs another look", () => {
  expect(slowAgain(fixed(), slow(), NOW)).toMatchObject({ id: FIXED, attention: "slow-again", updatedAt: NOW });
});

const ELSEWHERE = { ...context, path: "/orders" };
test.each([
  ["something else of that page", fixed(), slow({ kind: "confusing" })],
  ["another page", fixed(), slow({ context: ELSEWHERE })],
  ["another site", fixed(), slow({ context: { ...context, origin: "https://b.example" } })],
  ["no page at all", fixed({ context: null }), slow({ context: null })],
  [
    "a site without a page",
    fixed({ context: { origin: context.origin } }),
    slow({ context: { origin: context.origin } }),
  ],
  ["what was no matter of time", fixed({ kind: "broken" }), slow()],
  ["what is not put right", fixed({ status: "planned" }), slow()],
  ["what was said before the fix, and came late", fixed(), slow({ createdAt: "2026-04-01T09:00:00.000Z" })],
  ["what is awake already", fixed({ attention: "not-helped" }), slow()],
  ["itself", fixed(), slow({ id: FIXED })],
])("nothing wakes it for %s", (_what, before, created) => {
  expect(slowAgain(before, created, NOW)).toBeNull();
});

import { expect, it } from "vitest";
import { envelope } from "../test-kit";
import { acceptBatch } from "./accept";

const SUBJECT = "0a4f7d0e-6c2c-4a5e-8f6f-3f6f0e1d2c3b";
const limits = { eventBytes: 32_768, unknownBytes: 2048 };

function nested(depth: number): object {
  return depth === 0 ? {} : { in: nested(depth - 1) };
}

it.each<[string, string, object, string]>([
  ["a small one of a later version", "mood.set.v1", { mood: "fine", more: [{ a: 1 }] }, "taken"],
  ["as much as may be", "mood.set.v1", { x: "x".repeat(2040) }, "taken"],
  ["too many bytes", "mood.set.v1", { x: "x".repeat(2041) }, "too-large"],
  ["bytes counted as UTF-8", "mood.set.v1", { x: "é".repeat(1100) }, "too-large"],
  ["five levels", "mood.set.v1", nested(5), "taken"],
  ["six levels", "mood.set.v1", nested(6), "invalid-event"],
  ["200 members", "mood.set.v1", { x: Array.from({ length: 199 }, () => 0) }, "taken"],
  ["201 members", "mood.set.v1", { x: Array.from({ length: 200 }, () => 0) }, "invalid-event"],
])("of a type that is not known: %s", (_name, type, data, expected) => {
  const { incoming, rejected } = acceptBatch([envelope(type, SUBJECT, data)], { via: "ingest", tokenId: "t" }, limits);
  const said = incoming.length === 1 ? "taken" : rejected[0]?.problem?.type.slice("urn:earshot:problem:".length);
  expect(said).toBe(expected);
});

it("of another family is none of ours", () => {
  const foreign = { ...envelope("x.v1", SUBJECT, {}), type: "com.example.order.v1" };
  expect(acceptBatch([foreign], { via: "ingest", tokenId: "t" }, limits).rejected).toMatchObject([
    { problem: { type: "urn:earshot:problem:invalid-event", pointer: "/0/type" } },
  ]);
});

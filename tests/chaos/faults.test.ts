import { describe, expect, it } from "vitest";
import { createRandom } from "@/tests/support/random";
import { createFaults, FAULT_NAMES, fits } from "./faults";

const batch = { method: "POST", path: "/v1/events", events: [{ id: "a" }, { id: "b" }] };
const thread = { method: "GET", path: "/v1/threads/r", events: [] };

function draw(seed: number, count: number, seen = batch): (string | undefined)[] {
  const faults = createFaults(createRandom(seed));
  return Array.from({ length: count }, () => faults.draw((fault) => fits(fault, seen))?.name);
}

describe("the faults of a chaos run", () => {
  it("are the same for the same seed, and others for another", () => {
    expect(draw(1, 200)).toEqual(draw(1, 200));
    expect(draw(1, 200)).not.toEqual(draw(2, 200));
  });

  it("all come before any kind comes much too often", () => {
    expect(new Set(draw(3, 100))).toEqual(new Set(FAULT_NAMES));
  });

  it("spare what they cannot happen to", () => {
    const names = draw(4, 200, thread);
    expect(names).not.toContain("stored, partial receipt");
    expect(names).toContain("redirect");
  });
});

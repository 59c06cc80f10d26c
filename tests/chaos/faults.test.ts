import { describe, expect, it } from "vitest";
import { createRandom } from "@/tests/support/random";
import { createFaults, FAULT_NAMES, fits, WAYS, wayOf } from "./faults";

const batch = { method: "POST", path: "/v1/events", events: [{ id: "a" }, { id: "b" }] };
const thread = { method: "GET", path: "/v1/threads/r", events: [] };
const picture = { method: "PUT", path: "/v1/anon/blobs/ab", events: [] };

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
    const faults = createFaults(createRandom(3));
    const drawn = [batch, picture].flatMap((seen) =>
      Array.from({ length: 60 }, () => faults.draw((fault) => fits(fault, seen))?.name),
    );
    expect(new Set(drawn)).toEqual(new Set(FAULT_NAMES));
  });

  it("spare what they cannot happen to", () => {
    const names = draw(4, 200, thread);
    expect(names).not.toContain("stored, partial receipt");
    expect(names).toContain("redirect");
    expect(names).not.toContain("picture cut off on its way");
    expect(draw(5, 200, picture)).not.toContain("status 413 by the collector itself");
  });

  it("are counted by what the request was about", () => {
    const erase = { ...thread, method: "DELETE" };
    const said = { ...batch, path: "/v1/threads/r/events" };
    expect([batch, said, erase, picture, thread].map(wayOf)).toEqual(WAYS);
  });
});

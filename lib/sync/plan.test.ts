import { describe, expect, it } from "vitest";
import { OPEN_GATE } from "./gate";
import { plan, type RouteView } from "./plan";

const NOW = 1_000_000_000;
const view = (more: Partial<RouteView>): RouteView => ({
  route: "ingest",
  due: true,
  nextAt: null,
  gate: OPEN_GATE,
  stuck: false,
  ...more,
});
const closed = { ...OPEN_GATE, reason: "auth", until: NOW + 500, setAt: NOW } as const;
const asking = { ...closed, until: NOW } as const;
const wait = (until: number | null) => ({ do: "wait", until });

describe("plan", () => {
  it.each([
    ["nothing anywhere", [view({ due: false })], wait(null)],
    ["something due", [view({})], { do: "send", route: "ingest", maxEvents: 50 }],
    [
      "a named report before IT's answers",
      [view({ route: "session" }), view({})],
      { do: "send", route: "ingest", maxEvents: 50 },
    ],
    [
      "a session that expired does not hold a report up",
      [view({ route: "session", gate: closed }), view({})],
      { do: "send", route: "ingest", maxEvents: 50 },
    ],
    ["what was taken back before everything", [view({}), view({ route: "erase" })], { do: "erase" }],
    [
      "what waits behind what was taken back, where that way is closed",
      [view({}), view({ route: "erase", gate: closed })],
      { do: "send", route: "ingest", maxEvents: 50 },
    ],
    [
      "any words before a picture",
      [view({ route: "ingest-blobs" }), view({ route: "anon" })],
      { do: "send", route: "anon", maxEvents: 50 },
    ],
    ["a picture", [view({ route: "anon-blobs" })], { do: "upload", gate: "anon-blobs" }],
    ["a picture whose way is closed", [view({ route: "ingest-blobs", gate: closed })], wait(NOW + 500)],
    ["all closed", [view({ gate: closed })], wait(NOW + 500)],
    ["closed with nothing behind it", [view({ gate: closed, due: false })], wait(null)],
    ["a blocked way that may be tried again", [view({ gate: asking })], { do: "send", route: "ingest", maxEvents: 1 }],
    [
      "later",
      [view({ due: false, nextAt: NOW + 70 }), view({ route: "anon", due: false, nextAt: NOW + 30 })],
      wait(NOW + 30),
    ],
    ["later, and closed until later still", [view({ due: false, nextAt: NOW + 70, gate: closed })], wait(NOW + 500)],
    [
      "stuck behind another route",
      [view({ stuck: true }), view({ route: "anon", due: false, nextAt: NOW + 9 })],
      wait(NOW + 9),
    ],
  ] as const)("%s", (_name, routes, expected) => {
    expect(plan({ now: NOW, hasEndpoint: true, routes })).toEqual(expected);
  });

  it("sends nothing without an endpoint", () => {
    expect(plan({ now: NOW, hasEndpoint: false, routes: [view({})] })).toEqual(wait(null));
  });
});
